package dev.dateline.editorial.tag;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.LanguageTag;
import dev.dateline.content.TagFilter;
import dev.dateline.json.FaultAt;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which of the articles that carry a tag are to carry another instead. */
@Schema(
        name = "TagSplitInput",
        description = "Which of the articles that carry the tag are to carry another instead. At least one rule.")
record TagSplitInput(
        @NotNull(message = "is required: the slug or id of the other tag")
        @NotBlank(message = "must be the slug or id of the other tag")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(required = true, description = "Slug or id of a tag of the same type.", examples = "minsk")
        String into,

        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(
                description =
                        "Those that carry these tags too: `a,b` both, `a|b` either, `-c` not, `a/*` a or any below it.",
                examples = "transport")
        String tag,

        @Nullable @Schema(description = "Those of this kind.")
        ArticleKind kind,

        @Nullable
        @LanguageTag
        @Schema(
                maxLength = LanguageTag.MAX_LENGTH,
                description = "Those in this language (BCP 47); `be` has `be-tarask` too.",
                examples = "be")
        String language,

        @Nullable
        @Schema(description = "Those first published at this time or later.", examples = "2026-01-01T00:00:00Z")
        Instant publishedAfter,

        @Nullable @Schema(description = "Those first published before this time.", examples = "2027-01-01T00:00:00Z")
        Instant publishedBefore) {

    @FaultAt("tag")
    @AssertTrue(message = "must be " + TagFilter.EXPECTED)
    @Schema(hidden = true)
    public boolean isTagLogic() {
        return TagFilter.isFilter(tag);
    }

    @FaultAt("publishedBefore")
    @AssertTrue(message = "must be later than publishedAfter")
    @Schema(hidden = true)
    public boolean isTime() {
        return publishedAfter == null || publishedBefore == null || publishedAfter.isBefore(publishedBefore);
    }

    @AssertTrue(
            message =
                    "at least one of tag, kind, language, publishedAfter and publishedBefore is required; to move all, merge")
    @Schema(hidden = true)
    public boolean isRule() {
        return tag != null || kind != null || language != null || publishedAfter != null || publishedBefore != null;
    }
}
