package dev.dateline.changefeed;

import dev.dateline.change.LoggedChange;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that holds a stream open. Until it has been told what it missed, what comes is put aside; whoever does not take what
 * it is sent loses the stream, and comes again where it was.
 */
final class ChangeSubscriber {

    private static final int MOST_ASIDE = 1_000;

    private final Context loop;
    private final HttpServerResponse response;
    private final ChangeSelection selection;
    private final ChangeParameters.Detail detail;
    private final long until;
    private final List<Message> aside = new ArrayList<>();
    private boolean isLive;
    private long told;

    /** @param until by {@link System#nanoTime}, when the stream ends */
    ChangeSubscriber(
            Context loop,
            HttpServerResponse response,
            ChangeSelection selection,
            ChangeParameters.Detail detail,
            long until) {
        this.loop = loop;
        this.response = response;
        this.selection = selection;
        this.detail = detail;
        this.until = until;
    }

    /**
     * What is sent of a change.
     *
     * @param number of the change
     */
    record Message(long number, Buffer bytes) {}

    ChangeSelection selection() {
        return selection;
    }

    ChangeParameters.Detail detail() {
        return detail;
    }

    boolean wants(LoggedChange logged) {
        return selection.includes(logged.change());
    }

    /** Sends what has just happened. */
    synchronized void tell(Message message) {
        if (message.number() <= told) {
            return; // heard from the log a little late
        }
        if (isLive) {
            sendToQuick(message.bytes());
        } else if (aside.size() < MOST_ASIDE) {
            aside.add(message);
        } else {
            end();
        }
    }

    /** It has been told all up to this number; from now on it hears at once. */
    synchronized void isTold(long number) {
        told = number;
        aside.stream().filter(message -> message.number() > number).forEach(message -> send(message.bytes()));
        aside.clear();
        isLive = true;
    }

    /** Sends from any thread, in order. */
    void send(Buffer bytes) {
        loop.runOnContext(now -> {
            if (!response.closed() && !response.ended()) {
                response.write(bytes);
            }
        });
    }

    /** The same, unless the client has not taken what it was sent before: then it loses the stream. */
    void sendToQuick(Buffer bytes) {
        loop.runOnContext(now -> {
            if (!response.closed() && response.writeQueueFull()) {
                response.reset();
            } else if (!response.closed() && !response.ended()) {
                response.write(bytes);
            }
        });
    }

    /** Does something when the client has taken most of what was sent; never, when it has gone. */
    void whenTaken(Runnable next) {
        loop.runOnContext(now -> {
            if (response.closed() || response.ended()) {
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

    boolean isOver(long now) {
        return now - until >= 0;
    }

    /** The client connects again by itself. */
    void end() {
        loop.runOnContext(now -> {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }
}
