package dev.dateline.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what another computer's clock shows, from what it was told and from {@link System#nanoTime}, which nobody can set.
 * A clock that is told between a question and its answer showed that time at some moment between the two. As long as that
 * fits the estimate, the estimate stays: so a slow answer makes it no worse, and the quickest one decides (Marzullo, 1984).
 */
final class ClockEstimate {

    private static final long SECOND = 1_000_000_000;

    /** The other clock's nanoseconds since 1970, minus those of this program; null until something is told. */
    private volatile @Nullable Long difference;

    /** @return null when nothing is known of it */
    @Nullable
    Instant at(long nanos) {
        Long known = difference;
        if (known == null) {
            return null;
        }
        long since = nanos + known;
        return Instant.ofEpochSecond(Math.floorDiv(since, SECOND), Math.floorMod(since, SECOND));
    }

    /**
     * @param asked when the question was asked, by {@link System#nanoTime}
     * @param told what the clock showed
     * @param answered when the answer was there
     */
    synchronized void hear(long asked, Instant told, long answered) {
        long least = nanos(told) - answered;
        long most = nanos(told) - asked;
        Long known = difference;
        difference = known == null ? least + (most - least) / 2 : Math.max(least, Math.min(most, known));
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
    }
}
