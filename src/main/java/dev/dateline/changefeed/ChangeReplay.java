package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** Tells a client what it has missed, part by part, as fast as it takes it; then it is told with all others. */
final class ChangeReplay {

    private static final Logger LOG = Logger.getLogger(ChangeReplay.class);
    private static final int PART = 200;

    private final ChangeHistoryRepository history;
    private final Changes changes;
    private final ChangeStreams streams;
    private final ChangeSubscriber subscriber;
    private final Vertx vertx;
    private final HttpServerResponse response;

    ChangeReplay(
            ChangeHistoryRepository history,
            Changes changes,
            ChangeStreams streams,
            ChangeSubscriber subscriber,
            Vertx vertx,
            HttpServerResponse response) {
        this.history = history;
        this.changes = changes;
        this.streams = streams;
        this.subscriber = subscriber;
        this.vertx = vertx;
        this.response = response;
    }

    /** Sends a part, and goes on; may block. */
    void go(ChangeHistoryRepository.Part part) {
        send(part);
        if (part.isEnd()) {
            join(part.reached());
        } else {
            whenTaken(() -> go(history.after(part.reached(), subscriber.selection(), PART)));
        }
    }

    private void send(ChangeHistoryRepository.Part part) {
        changes.tell(part.changes(), subscriber.detail())
                .changes()
                .forEach(
                        told -> subscriber.send(ServerSentEvent.of(told.logged().position(), told.json())));
    }

    /** What is told from now on is put aside until what came in between has been read: nothing is missed or told twice. */
    private void join(ChangePosition reached) {
        streams.add(subscriber);
        ChangePosition told = reached;
        ChangeHistoryRepository.Part rest;
        do {
            rest = history.after(told, subscriber.selection(), PART);
            send(rest);
            told = rest.reached();
        } while (!rest.isEnd());
        subscriber.isTold(told.number());
        if (response.closed()) {
            streams.remove(subscriber);
        }
    }

    private void whenTaken(Runnable next) {
        subscriber.whenTaken(() -> vertx.executeBlocking(
                        () -> {
                            next.run();
                            return null;
                        },
                        false)
                .onFailure(failure -> {
                    LOG.debug("A stream ends early", failure);
                    subscriber.end();
                }));
    }
}
