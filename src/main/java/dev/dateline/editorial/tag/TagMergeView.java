package dev.dateline.editorial.tag;

import dev.dateline.access.Actor;
import dev.dateline.tag.Tag;
import dev.dateline.tag.TagMerge;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Into which tag another was merged, by whom and when. */
@Schema(name = "TagMerge", description = "Into which tag this one was merged, by whom and when.")
record TagMergeView(
        @Schema(
                required = true,
                description = "Slug of the tag that it leads to now, which may have been merged on since.",
                examples = "minsk")
        String into,

        @Schema(required = true) Actor by,

        @Schema(required = true, examples = "2026-11-20T08:10:00Z")
        Instant at) {

    static TagMergeView of(TagMerge merge, Tag other, Function<String, Actor> actors) {
        return new TagMergeView(other.slug(), actors.apply(merge.mergedBy()), merge.mergedAt());
    }
}
