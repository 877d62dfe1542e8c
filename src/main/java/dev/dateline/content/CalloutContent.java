package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dateline.json.FaultAt;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A callout as editors write it. */
@Schema(
        name = "CalloutContent",
        description = "A call to act, as editors write it. Publishing needs title, label, url and placement.")
@RecordBuilder
public record CalloutContent(
        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "The callout's id in another system; unique.", examples = "cms:support")
        String externalId,

        @Nullable
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(examples = "Support our newsroom")
        String title,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(examples = "We are read by thousands and paid by hundreds.")
        String text,

        @Nullable
        @Size(max = 100, message = "must be at most 100 characters long")
        @Schema(description = "On the button.", examples = "Give monthly")
        String label,

        @Nullable @WebAddress @Schema(format = "uri", examples = "https://example.org/support")
        String url,

        @Nullable
        @Pattern(
                regexp = Slug.PLACEMENT,
                message = "must be lower-case letters a-z and digits, with single hyphens between")
        @Size(max = 50, message = "must be at most 50 characters long")
        @Schema(description = "Where front ends show it; any name they agree on.", examples = "sidebar")
        String placement,

        @Nullable
        @LanguageTag
        @Schema(maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47; absent for every language.", examples = "en")
        String language,

        @Nullable @Schema(description = "Shown from this time on.", examples = "2026-02-14T12:00:00Z")
        Instant from,

        @Nullable @Schema(description = "Shown until just before this time.", examples = "2036-03-14T12:00:00Z")
        Instant until)
        implements EditorialContent, CalloutContentBuilder.With {

    @FaultAt("until")
    @AssertTrue(message = "must be later than from")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isWindow() {
        return from == null || until == null || until.isAfter(from);
    }
}
