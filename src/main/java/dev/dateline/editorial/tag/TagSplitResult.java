package dev.dateline.editorial.tag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much was given another tag. */
@Schema(name = "TagSplitResult", description = "How much carries the other tag now.")
record TagSplitResult(
        @Schema(required = true, description = "Working copies, published or not.", examples = "120")
        int workingCopies,

        @Schema(required = true, description = "Published articles.", examples = "117")
        int published) {

    static final TagSplitResult NOTHING = new TagSplitResult(0, 0);

    TagSplitResult plus(TagSplitResult other) {
        return new TagSplitResult(workingCopies + other.workingCopies, published + other.published);
    }
}
