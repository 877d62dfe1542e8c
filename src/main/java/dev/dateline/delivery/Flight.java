package dev.dateline.delivery;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that is being computed, and those who wait for the same one. */
final class Flight {

    private static final String NAME = Flight.class.getName();

    private final String key;
    private final Served served;
    private final Consumer<Flight> landed;
    private final List<Consumer<Flight>> waiting = new ArrayList<>();
    private long stamp;
    private boolean over;
    private @Nullable FinishedAnswer answer;
    private boolean failed;

    /** @param landed is called once, before those who wait */
    Flight(String key, Served served, Consumer<Flight> landed) {
        this.key = key;
        this.served = served;
        this.landed = landed;
    }

    /** The flight that a request leads, or null. */
    static @Nullable Flight of(RoutingContext context) {
        return context.get(NAME);
    }

    /** @param now what the generations' clock shows, before anything is read */
    void depart(RoutingContext leader, long now) {
        stamp = now;
        leader.put(NAME, this);
    }

    /** False when it is over already. */
    synchronized boolean join(Consumer<Flight> waiter) {
        if (!over) {
            waiting.add(waiter);
        }
        return !over;
    }

    void land(FinishedAnswer finished) {
        end(finished, false);
    }

    /** Ends it without an answer; harmless when it has landed. */
    void abandon(boolean failure) {
        end(null, failure);
    }

    private void end(@Nullable FinishedAnswer finished, boolean failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            answer = finished;
            failed = failure;
        }
        landed.accept(this);
        waiting.forEach(waiter -> waiter.accept(this));
    }

    String key() {
        return key;
    }

    Served served() {
        return served;
    }

    long stamp() {
        return stamp;
    }

    /** Null when it ended without one. */
    synchronized @Nullable FinishedAnswer answer() {
        return answer;
    }

    synchronized boolean hasFailed() {
        return failed;
    }
}
