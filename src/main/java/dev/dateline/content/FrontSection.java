package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a front as editors write it: a story list, or the callouts of a placement. */
@Schema(name = "FrontSection", description = "A part of a front: a story list, or the callouts of a placement.")
@RecordBuilder
public record FrontSection(
        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "Shown instead of the list's own title.", examples = "Today")
        String title,

        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "Id, slug or externalId of a story list.", examples = "top-stories")
        String list,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 500")
        @Max(value = 500, message = "must be from 1 to 500")
        @Schema(description = "How many of the list's stories at most.", examples = "10")
        Integer limit,

        @Nullable
        @Pattern(
                regexp = Slug.PLACEMENT,
                message = "must be lower-case letters a-z and digits, with single hyphens between")
        @Size(max = 50, message = "must be at most 50 characters long")
        @Schema(description = "Callouts for this place.", examples = "sidebar")
        String placement)
        implements FrontSectionBuilder.With {

    @AssertTrue(message = "must have either a list or a placement")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isOneThing() {
        return (list == null) != (placement == null);
    }
}
