package dev.dateline.changefeed;

import dev.dateline.change.ChangePosition;
import dev.dateline.json.JsonText;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** The text of streams: HTML, section 9.2, "Server-sent events". */
final class ServerSentEvent {

    /** Keeps what stands in between from closing a quiet connection. */
    static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    private ServerSentEvent() {}

    /** Tells a client where it is before anything happens, and when to come again. */
    static Buffer beginning(ChangePosition position, Duration retry) {
        return Buffer.buffer("retry: %d\nid: %s\n\n".formatted(retry.toMillis(), ChangeCursor.encode(position)));
    }

    /** Tells a client where it is, and nothing else: when it comes again, it need not hear of what did not concern it. */
    static Buffer place(ChangePosition position) {
        return Buffer.buffer("id: " + ChangeCursor.encode(position) + "\n\n");
    }

    /** @param json on one line */
    static Buffer of(ChangePosition position, JsonText json) {
        return Buffer.buffer("id: ")
                .appendString(ChangeCursor.encode(position))
                .appendString("\ndata: ")
                .appendBytes(json.bytes())
                .appendString("\n\n");
    }
}
