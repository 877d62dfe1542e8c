package dev.dateline.delivery;

import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.FinishedAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One computation of an answer, for the reader who asked first and for those who ask the same meanwhile (RFC 9211:
 * "collapsed"). It goes from {@link State#QUEUED} to {@link State#RUNNING}, and ends once.
 */
final class CollapsedRead {

    /** How far it has come. */
    enum State {
        /** Waits for a place at the database. */
        QUEUED,
        /** Its resource is at work. */
        RUNNING,
        /** Over: there is an answer, or what the first reader was told is no answer that others could share. */
        DONE,
        /** Over: refused, or something broke. */
        FAILED,
        /** Over: the first reader left before any work began. */
        ABANDONED;

        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    private final @Nullable String key;
    private final CacheStatus status;
    private final List<Runnable> followers = new ArrayList<>();
    private State state = State.QUEUED;
    private long version;
    private @Nullable FinishedAnswer answer;
    private @Nullable FinishedAnswer kept;

    /** @param key of the answer in the cache; null when it is not kept, and none can follow */
    CollapsedRead(@Nullable String key, CacheStatus status) {
        this.key = key;
        this.status = status;
    }

    @Nullable
    String key() {
        return key;
    }

    synchronized State state() {
        return state;
    }

    /** Adds what is to be done when it is over; false when it is. */
    synchronized boolean join(Runnable follower) {
        return !state.isOver() && followers.add(follower);
    }

    /** @param now what the clock of the cache groups shows before anything is read */
    synchronized void begin(long now) {
        version = now;
        state = State.RUNNING;
    }

    /** What the clock showed before anything was read. */
    synchronized long version() {
        return version;
    }

    /** @param same the answer as the cache keeps it, or null */
    synchronized void answer(FinishedAnswer finished, @Nullable FinishedAnswer same) {
        answer = finished;
        kept = same;
    }

    /**
     * Ends it; an earlier end stays.
     *
     * @return what followers want done now
     */
    synchronized List<Runnable> end(State how) {
        if (state.isOver()) {
            return List.of();
        }
        state = how;
        return followers;
    }

    /** Null when it ended without one. */
    synchronized @Nullable FinishedAnswer answer() {
        return answer;
    }

    /** The answer as the cache keeps it, which may let go of it before it is sent; null when it does not. */
    synchronized @Nullable FinishedAnswer kept() {
        return kept;
    }

    /** As the first reader is told. */
    CacheStatus cacheStatus() {
        return key == null || kept() != null ? status : status.unkept();
    }
}
