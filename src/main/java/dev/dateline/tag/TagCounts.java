package dev.dateline.tag;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many published articles carry a tag; standing pages do not count. */
@Schema(description = "How many published articles carry the tag. Standing pages and tags below it do not count.")
public record TagCounts(
        @Schema(required = true, examples = "1204") long total,

        @Schema(required = true, description = "Published in the last 7 days.", examples = "3")
        long last7Days,

        @Schema(required = true, description = "Published in the last 30 days.", examples = "17")
        long last30Days) {

    static final Duration WEEK = Duration.ofDays(7);
    static final Duration MONTH = Duration.ofDays(30);

    /**
     * Counts at a time.
     *
     * @param until when one of them grows too old, or null
     */
    record Now(TagCounts counts, @Nullable Instant until) {}
}
