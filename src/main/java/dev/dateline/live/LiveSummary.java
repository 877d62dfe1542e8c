package dev.dateline.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a page's updates stand.
 *
 * @param count of those that are public
 * @param number of the last change, 0 when there was none
 * @param changedAt when that was
 * @param withdrawAt when the first of them is to be withdrawn, or null
 */
record LiveSummary(
        long count,
        long number,
        @Nullable Instant changedAt,
        @Nullable Instant withdrawAt) {}
