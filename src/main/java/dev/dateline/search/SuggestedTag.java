package dev.dateline.search;

import dev.dateline.content.TagType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag by its names. */
@Schema(description = "A tag by its names.")
record SuggestedTag(
        @Schema(required = true) UUID id,
        @Schema(required = true) TagType type,
        @Schema(required = true, examples = "minsk") String slug,

        @Schema(required = true, description = "By language.")
        Map<String, String> names) {

    static SuggestedTag of(FoundTag tag) {
        return new SuggestedTag(tag.id(), tag.type(), tag.value(), tag.names());
    }
}
