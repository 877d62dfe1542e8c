package dev.dateline.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is to be done when an answer has been sent, or its reader has left. */
public final class AfterAnswer {

    private AfterAnswer() {}

    /** Does it once, and at once when the reader has left already: nobody would say so any more. */
    public static void of(RoutingContext context, Runnable work) {
        AtomicBoolean isDone = new AtomicBoolean();
        Runnable once = () -> {
            if (isDone.compareAndSet(false, true)) {
                work.run();
            }
        };
        context.addEndHandler(ended -> once.run());
        if (context.response().closed() || context.response().ended()) {
            once.run();
        }
    }
}
