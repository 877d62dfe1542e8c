package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.LoggedChange;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that holds a stream open. Until it has been told what it missed, what comes is put aside; whoever does not take what
 * it is sent loses the stream, and comes again where it was.
 */
final class ChangeSubscriber {

    private static final int MOST_ASIDE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Context loop;
    private final HttpServerResponse response;
    private final long until;
    private final long merges;
    private final List<Message> aside = new ArrayList<>();
    private boolean isLive;
    private boolean isEnding;
    private long told;
    private @Nullable String history;
    private long fullSince;

    /**
     * @param until by {@link System#nanoTime}, when the stream ends
     * @param merges of tags that this node had heard of when the client came
     */
    ChangeSubscriber(Context loop, HttpServerResponse response, long until, long merges) {
        this.loop = loop;
        this.response = response;
        this.until = until;
        this.merges = merges;
    }

    long merges() {
        return merges;
    }

    /**
     * What is sent of a change.
     *
     * @param number of the change
     */
    record Message(long number, Buffer bytes) {

        static Message of(Changes.Told told, ChangeParameters.Detail detail) {
            LoggedChange logged = told.logged();
            return new Message(
                    logged.position().number(), ServerSentEvent.of(logged.position(), told.json(detail.groups())));
        }
    }

    /** Sends what has just happened. What was read from the log already is left out: this node heard of it a little late. */
    synchronized void tell(Message message) {
        if (isEnding || message.number() <= told) {
            return;
        }
        if (isLive) {
            told = message.number();
            sendToQuick(message.bytes());
        } else if (aside.size() < MOST_ASIDE) {
            aside.add(message);
        } else {
            end(Duration.ZERO);
        }
    }

    /** It has been told all up to this position; from now on it hears at once. */
    synchronized void isTold(ChangePosition position) {
        told = position.number();
        history = position.history();
        isLive = true;
        aside.forEach(this::tell);
        aside.clear();
    }

    /** Shows that the stream is there, and how far it is: all up to this position has been told, or did not concern it. */
    synchronized void beat(@Nullable ChangePosition reached, Buffer place) {
        if (isEnding) {
            return;
        }
        if (isLive && reached != null && reached.history().equals(history) && reached.number() > told) {
            told = reached.number();
            sendToQuick(place);
        } else {
            sendToQuick(ServerSentEvent.HEARTBEAT);
        }
    }

    /** Sends from any thread, in order. */
    void send(Buffer bytes) {
        loop.runOnContext(now -> {
            if (!isGone()) {
                response.write(bytes);
            }
        });
    }

    /** The same, unless the client has not taken for a while what it was sent before: then it loses the stream. */
    void sendToQuick(Buffer bytes) {
        loop.runOnContext(now -> {
            if (isGone()) {
                return;
            }
            long time = System.nanoTime();
            if (!response.writeQueueFull() || fullSince == 0) {
                fullSince = time; // it begins now: what it missed was sent as fast as it could be
            }
            if (time - fullSince > PATIENCE.toNanos()) {
                response.reset();
            } else {
                response.write(bytes);
            }
        });
    }

    /** Does something when the client has taken most of what was sent; never, when it has gone. */
    void whenTaken(Runnable next) {
        loop.runOnContext(now -> {
            if (isGone()) {
                return;
            }
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> {
                    response.drainHandler(null);
                    next.run();
                });
            } else {
                next.run();
            }
        });
    }

    boolean isGone() {
        return response.closed() || response.ended();
    }

    boolean isOver(long now) {
        return now - until >= 0;
    }

    /** Tells it no more, and has the client connect again by itself. */
    synchronized void end(Duration delay) {
        isEnding = true;
        loop.owner()
                .setTimer(
                        Math.max(1, delay.toMillis()),
                        timer -> loop.runOnContext(now -> {
                            if (!isGone()) {
                                response.end();
                            }
                        }));
    }
}
