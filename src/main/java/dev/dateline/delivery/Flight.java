package dev.dateline.delivery;

import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.FinishedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that is being computed, and those who wait for the same one. */
final class Flight {

    /** How it ended. */
    enum Outcome {
        /** With an answer. */
        LANDED,
        /** The question was not one that is kept. */
        DIVERTED,
        /** Whoever led it left before it began. */
        DESERTED,
        FAILED
    }

    private final String key;
    private final CacheStatus served;
    private final Consumer<Flight> landed;
    private final List<Consumer<Flight>> waiting = new ArrayList<>();
    private long stamp;
    private @Nullable Outcome outcome;
    private @Nullable FinishedAnswer answer;
    private volatile @Nullable FinishedAnswer kept;

    /** @param landed is called once, before those who wait */
    Flight(String key, CacheStatus served, Consumer<Flight> landed) {
        this.key = key;
        this.served = served;
        this.landed = landed;
    }

    /** @param now what the generations' clock shows, before anything is read */
    void depart(long now) {
        stamp = now;
    }

    /** False when it is over already. */
    synchronized boolean join(Consumer<Flight> waiter) {
        if (outcome == null) {
            waiting.add(waiter);
        }
        return outcome == null;
    }

    void land(FinishedAnswer finished) {
        end(Outcome.LANDED, finished);
    }

    /** Ends it without an answer; harmless when it has landed. */
    void abandon(Outcome how) {
        end(how, null);
    }

    private void end(Outcome how, @Nullable FinishedAnswer finished) {
        synchronized (this) {
            if (outcome != null) {
                return;
            }
            outcome = how;
            answer = finished;
        }
        try {
            landed.accept(this);
        } finally {
            waiting.forEach(waiter -> waiter.accept(this));
        }
    }

    /** Says as what the answer is kept, if it is. */
    void keptAs(@Nullable FinishedAnswer same) {
        kept = same;
    }

    boolean isKept() {
        return kept != null;
    }

    /** The answer as it is kept, which may be let go of before it is sent, or null. */
    @Nullable
    FinishedAnswer kept() {
        return kept;
    }

    String key() {
        return key;
    }

    CacheStatus served() {
        return served;
    }

    long stamp() {
        return stamp;
    }

    /** Null when it ended without one. */
    synchronized @Nullable FinishedAnswer answer() {
        return answer;
    }

    /** Null while it is under way. */
    synchronized @Nullable Outcome outcome() {
        return outcome;
    }
}
