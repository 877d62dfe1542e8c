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

    /** The same only while an article is public. Nothing is said of one that is not known by its id yet. */
    public Exposure onlyWith(String id) {
        try {
            return new Exposure(UUID.fromString(id), from, until);
        } catch (IllegalArgumentException notStoredYet) {
            return this;
        }
    }

    /** Whether the time for it is now. */
    public boolean isDue(Instant now) {
        return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
    }
}
