package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A breaking-news alert as editors write it. Its article is an id once it is stored. */
@Schema(
        name = "AlertContent",
        description =
                "A breaking-news alert, as editors write it. Publishing needs headline and expiresAt, and an article that is public where it names one.")
@RecordBuilder
public record AlertContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(
                description =
                        "The alert's id in another system; unique, so that a repeated request alerts nobody twice.",
                examples = "desk:bridge-closed")
        String externalId,

        @Nullable
        @LanguageTag
        @Schema(maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47; absent for every language.", examples = "en")
        String language,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(description = "What a phone shows, plain text.", examples = "The bridge is closed")
        String headline,

        @Nullable
        @Size(max = 500, message = "must be at most 500 characters long")
        @Schema(description = "More of it, plain text.", examples = "Trams turn at the station until Friday.")
        String text,

        @Size(max = 20, message = "must have at most 20 items")
        @Schema(
                description =
                        "Who is to get it: names that apps let people choose, slugs of tags for example; everybody when empty.",
                examples = "[\"minsk\"]")
        List<
                        @NotNull(message = "must be a name")
                        @Size(max = 50, message = "must be at most 50 characters long")
                        @Pattern(
                                regexp = Slug.PLACEMENT,
                                message = "must be lower-case letters a-z and digits, with single hyphens between")
                        String>
                audience,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(
                description =
                        "The article that it leads to, by id or externalId. When that is withdrawn, the alert is called back.",
                examples = "sample:bridge-live")
        String article,

        @Nullable
        @Schema(description = "From when on nobody is to be alerted any more.", examples = "2036-03-14T12:00:00Z")
        Instant expiresAt)
        implements EditorialContent, AlertContentBuilder.With {

    public AlertContent {
        audience = audience == null ? List.of() : audience.stream().distinct().toList();
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public @Nullable String title() {
        return headline;
    }

    /** The article that it leads to, once it is stored. */
    public @Nullable UUID leadsTo() {
        return article == null ? null : UUID.fromString(article);
    }
}
