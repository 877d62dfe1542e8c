package dev.dateline.delivery;

import dev.dateline.change.ChangeListener;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many reads at a time through to the database, and only so many more wait. Who is one too many hears so at
 * once, which is better for him than a late answer and better for those who are answered from memory than a busy machine;
 * and when the database is lost, so do all who wait.
 */
@Singleton
class Admission {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final ChangeListener changes;
    private final int concurrency;
    private final int queue;
    private final Duration patience;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int running;

    private record Waiter(Context context, long deadline, Runnable admitted, Runnable refused) {}

    Admission(DeliveryConfig config, ChangeListener changes, Vertx vertx) {
        this.changes = changes;
        this.concurrency = config.cold().concurrency();
        this.queue = config.cold().queue();
        this.patience = config.cold().patience();
        vertx.setPeriodic(LOOK.toMillis(), timer -> refuseHopeless());
    }

    /** Calls one of the two, at once or later, in the caller's event loop. Whoever was admitted calls {@link #leave}. */
    void enter(Runnable admitted, Runnable refused) {
        boolean free;
        synchronized (this) {
            free = running < concurrency;
            if (free) {
                running++;
            } else if (waiting.size() < queue) {
                waiting.add(
                        new Waiter(Vertx.currentContext(), System.nanoTime() + patience.toNanos(), admitted, refused));
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
        for (Waiter waiter = hopeless(); waiter != null; waiter = hopeless()) {
            Runnable refused = waiter.refused();
            waiter.context().runOnContext(now -> refused.run());
        }
    }

    private synchronized @Nullable Waiter hopeless() {
        Waiter first = waiting.peek();
        return first != null && (first.deadline() - System.nanoTime() < 0 || !changes.isAttached())
                ? waiting.poll()
                : null;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int running() {
        return running;
    }
}
