package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.entitlement.Entitlement;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients what they have missed, part by part, as fast as they take it; then they are told with all others. A few threads of
 * its own do so: thousands that come again together wait here, and take no connection from those who read.
 */
@Singleton
class ChangeReplays {

    private static final Logger LOG = Logger.getLogger(ChangeReplays.class);
    private static final int THREADS = 2;
    private static final int PART = 200;
    private static final int PART_OF_WHOLE_ARTICLES = 20;

    private final ChangeHistoryRepository history;
    private final Changes changes;
    private final ChangeStreams streams;
    private final CurrentEntitlement entitlements;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "change-replay");
        thread.setDaemon(true);
        return thread;
    });

    ChangeReplays(
            ChangeHistoryRepository history, Changes changes, ChangeStreams streams, CurrentEntitlement entitlements) {
        this.entitlements = entitlements;
        this.history = history;
        this.changes = changes;
        this.streams = streams;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** On a thread that has no request. */
    void execute(@Nullable Entitlement entitlement, Runnable work) {
        threads.execute(() -> entitlements.reading(entitlement, work));
    }

    /** The first part of what came after a position. */
    ChangeHistoryRepository.Part first(ChangePosition from, ChangeInterest interest) {
        return history.after(from, interest.selection(), size(interest));
    }

    private static int size(ChangeInterest interest) {
        return interest.detail().view() == ChangeParameters.View.FULL ? PART_OF_WHOLE_ARTICLES : PART;
    }

    /** Sends a part, and goes on. */
    void go(ChangeSubscriber subscriber, ChangeInterest interest, ChangeHistoryRepository.Part part) {
        try {
            ChangeHistoryRepository.Part sent = send(subscriber, interest, part);
            if (sent.isEnd()) {
                join(subscriber, interest, sent.reached());
            } else if (subscriber.isOver(System.nanoTime())) {
                subscriber.end(Duration.ZERO);
            } else {
                subscriber.whenTaken(
                        () -> execute(interest.entitlement(), () -> goOn(subscriber, interest, sent.reached())));
            }
        } catch (RuntimeException e) {
            LOG.debug("A stream ends early", e);
            subscriber.end(Duration.ZERO);
        }
    }

    private void goOn(ChangeSubscriber subscriber, ChangeInterest interest, ChangePosition from) {
        try {
            go(subscriber, interest, first(from, interest));
        } catch (RuntimeException e) {
            LOG.debug("A stream ends early", e);
            subscriber.end(Duration.ZERO);
        }
    }

    /** @return what of it was sent: with whole articles, as many as go on a page */
    private ChangeHistoryRepository.Part send(
            ChangeSubscriber subscriber, ChangeInterest interest, ChangeHistoryRepository.Part part) {
        Changes.AllTold all = changes.tell(part.changes(), interest.detail());
        streams.requireSameTags(subscriber, interest);
        all.changes()
                .forEach(told -> subscriber.send(
                        ChangeSubscriber.Message.of(told, interest.detail()).bytes()));
        return part.first(all.count());
    }

    /** What is told from now on is put aside until what came in between has been read: nothing is missed or told twice. */
    private void join(ChangeSubscriber subscriber, ChangeInterest interest, ChangePosition reached) {
        streams.listen(subscriber, interest);
        ChangePosition told = reached;
        ChangeHistoryRepository.Part rest;
        do {
            rest = send(subscriber, interest, first(told, interest));
            told = rest.reached();
        } while (!rest.isEnd());
        subscriber.send(ServerSentEvent.place(told));
        subscriber.isTold(told);
    }
}
