package dev.dateline.delivery;

import dev.dateline.cache.DirectMemoryBudget;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * A read on its way to the database. It is over when its work is, not when its reader has left: a query that runs on still
 * counts, and its answer still serves those who wait for the same one.
 */
final class ColdRead {

    private static final String NAME = ColdRead.class.getName();

    private final @Nullable Flight flight;
    private final Runnable ended;
    private boolean working;
    private boolean gone;
    private boolean over;
    private long claimed;

    /** @param ended is called once, when it is over */
    ColdRead(@Nullable Flight flight, Runnable ended) {
        this.flight = flight;
        this.ended = ended;
    }

    /** The read that a request is, or null. */
    static @Nullable ColdRead of(RoutingContext context) {
        return context.get(NAME);
    }

    void attach(RoutingContext context) {
        context.put(NAME, this);
    }

    /** Null for a read whose answer nobody else waits for and that is not kept. */
    @Nullable
    Flight flight() {
        return flight;
    }

    /** False when its reader has left before any work began. */
    synchronized boolean begin() {
        working = !over;
        return working;
    }

    /** Takes room to send him so many bytes, until this is over; false when there is none. Who has left needs none. */
    synchronized boolean claim(long bytes) {
        if (over || gone) {
            return true;
        }
        boolean isFree = DirectMemoryBudget.claim(bytes);
        claimed += isFree ? bytes : 0;
        return isFree;
    }

    /** The reader has left; whatever works for him goes on. */
    void left() {
        boolean idle;
        synchronized (this) {
            gone = true;
            idle = !working;
        }
        if (idle) {
            end();
        }
    }

    /** The work is done. With the reader still there, sending him the answer ends it. */
    void worked() {
        boolean unread;
        synchronized (this) {
            working = false;
            unread = gone;
        }
        if (unread) {
            end();
        }
    }

    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            DirectMemoryBudget.release(claimed);
        }
        ended.run();
    }
}
