package dev.dateline.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long an answer may be used, beyond what a change outdates at once.
 *
 * @param until when it is known to change, or null: afterwards it must be made anew
 * @param shownUntil when something in it is withdrawn, or null: afterwards nobody may show it, not even while the database is away
 * @param maxAge how long others may keep it, where that is less than the configured time; or null
 * @param isUnchanging whether it stays the same for ever, for as long as it is shown
 * @param isPrivate whether only its reader may keep it
 */
public record Freshness(
        @Nullable Instant until,
        @Nullable Instant shownUntil,
        @Nullable Duration maxAge,
        boolean isUnchanging,
        boolean isPrivate) {

    static final Freshness CONFIGURED = new Freshness(null, null, null, false, false);

    static final Freshness UNCHANGING = new Freshness(null, null, null, true, false);

    Freshness until(@Nullable Instant time) {
        return new Freshness(earliest(Stream.of(until, time)), shownUntil, maxAge, isUnchanging, isPrivate);
    }

    Freshness shownUntil(@Nullable Instant time) {
        return new Freshness(until, earliest(Stream.of(shownUntil, time)), maxAge, isUnchanging, isPrivate);
    }

    Freshness noOlderThan(Duration age) {
        return new Freshness(until, shownUntil, age, isUnchanging, isPrivate);
    }

    Freshness forItsReaderOnly() {
        return new Freshness(until, shownUntil, maxAge, isUnchanging, true);
    }

    /** Whether the time has come at which it changes. */
    boolean isOver(Instant now) {
        return isReached(until, now) || mustNotBeShown(now);
    }

    boolean mustNotBeShown(Instant now) {
        return isReached(shownUntil, now);
    }

    private static boolean isReached(@Nullable Instant time, Instant now) {
        return time != null && !time.isAfter(now);
    }

    /** The earliest of times that may be null, which is never. */
    public static @Nullable Instant earliest(Stream<? extends @Nullable Instant> times) {
        return times.filter(Objects::nonNull)
                .map(Instant.class::cast)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
