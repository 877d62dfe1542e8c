package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A front as editors write it. */
@Schema(
        name = "FrontContent",
        description =
                "A page as editors write it: story lists and callouts in order. Publishing needs title and sections.")
@RecordBuilder
public record FrontContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The front's id in another system; unique.", examples = "cms:home")
        String externalId,

        @Nullable
        @Pattern(
                regexp = Slug.PATTERN,
                message = "must be lower-case letters a-z and digits, with single hyphens between, and no UUID")
        @Size(max = Slug.MAX_LENGTH, message = "must be at most 120 characters long")
        @Schema(
                description = "The readable address, unique. Made from the title when left out.",
                examples = "weekend-en")
        String slug,

        @Nullable @Size(max = 300, message = "must be at most 300 characters long") @Schema(examples = "Weekend")
        String title,

        @Nullable
        @LanguageTag
        @Schema(
                maxLength = LanguageTag.MAX_LENGTH,
                description =
                        "BCP 47: callouts in this language and those for every language are shown; all when absent.",
                examples = "en")
        String language,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(
                description = "What it shows, in order; an article that is in several lists is shown in the first.",
                examples = "[{\"placement\": \"sidebar\"}]")
        List<@NotNull(message = "must be an object") @Valid FrontSection> sections)
        implements EditorialContent, FrontContentBuilder.With {

    public FrontContent {
        sections = sections == null ? List.of() : sections;
    }
}
