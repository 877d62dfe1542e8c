package dev.dateline.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When readers see a part of something public.
 *
 * @param article only while this one is public, or null
 * @param from only from this time on, or null
 * @param until only before this time, or null
 */
public record Exposure(
        @Nullable UUID article,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final Exposure ALWAYS = new Exposure(null, null, null);

    /** Whether the time for it is now. */
    public boolean isDue(Instant now) {
        return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
    }
}
