package dev.dateline.delivery;

import dev.dateline.change.ChangeListener;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lets only so many reads at a time through to the database, and only so many more wait. Who is one too many hears so at
 * once, which is better for him than a late answer and better for those who are answered from memory than a busy machine;
 * and when the database is lost, so do all who wait.
 */
@Singleton
class ReadLimiter {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final ChangeListener changes;
    private final int concurrency;
    private final int queue;
    private final Duration patience;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int running;

    private record Waiter(Context context, long deadline, BooleanSupplier gone, Runnable admitted, Runnable refused) {}

    ReadLimiter(ColdReadConfig config, ChangeListener changes, Vertx vertx) {
        this.changes = changes;
        this.concurrency = config.concurrency();
        this.queue = config.queue();
        this.patience = config.patience();
        vertx.setPeriodic(LOOK.toMillis(), timer -> refuseHopeless());
    }

    /**
     * Calls one of the two, at once or later, in the caller's event loop. Whoever was admitted calls {@link #leave}.
     *
     * @param since when he asked, by {@link System#nanoTime}: he has waited since then
     * @param gone whether he has left
     */
    void enter(long since, BooleanSupplier gone, Runnable admitted, Runnable refused) {
        boolean free;
        synchronized (this) {
            free = running < concurrency;
            if (free) {
                running++;
            } else if (waiting.size() < queue) {
                waiting.add(new Waiter(Vertx.currentContext(), since + patience.toNanos(), gone, admitted, refused));
                return;
            }
        }
        (free ? admitted : refused).run();
    }

    void leave() {
        Waiter next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.context().runOnContext(now -> next.admitted().run());
        }
    }

    private void refuseHopeless() {
        for (Waiter waiter : hopeless()) {
            waiter.context().runOnContext(now -> waiter.refused().run());
        }
    }

    /** Takes them out of the queue. */
    private synchronized List<Waiter> hopeless() {
        boolean isLost = !changes.isAttached();
        long now = System.nanoTime();
        List<Waiter> hopeless = waiting.stream()
                .filter(waiter ->
                        isLost || waiter.deadline() - now < 0 || waiter.gone().getAsBoolean())
                .toList();
        waiting.removeAll(hopeless);
        return hopeless;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int running() {
        return running;
    }
}
