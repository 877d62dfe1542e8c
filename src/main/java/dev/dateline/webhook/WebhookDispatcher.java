package dev.dateline.webhook;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.background.ServingProgram;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.Heard;
import dev.dateline.removal.Reminded;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells every webhook what it wants to know, soon after it has changed; each node takes its share. */
@Singleton
class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int EARLY = 1_000;

    private final WebhookOutbox outbox;
    private final WebhookSender sender;
    private final ChangeListener listener;
    private final WebhookMessages messages;
    private final BackgroundLoop loop = new BackgroundLoop("webhooks", PAUSE, this::proceed);
    private final BackgroundLoop sweep = new BackgroundLoop("webhook-sweep", SWEEP, this::forgetOld);
    private final WebhookThreads threads = new WebhookThreads(loop::wake);

    WebhookDispatcher(WebhookOutbox outbox, WebhookSender sender, ChangeListener listener, WebhookMessages messages) {
        this.outbox = outbox;
        this.sender = sender;
        this.listener = listener;
        this.messages = messages;
    }

    void start(@Observes StartupEvent event) {
        if (ServingProgram.isThis()) {
            loop.start();
            sweep.start();
        }
    }

    /** What is under way comes to its end, while there is a database to note it in. */
    void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
        loop.finish(A_MOMENT);
        sweep.stop();
        threads.stop(PATIENCE);
    }

    void wake(@Observes Heard event) {
        loop.wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Reminded event) {
        loop.wake();
    }

    /** There is something to be told that is no change. */
    void wake() {
        loop.wake();
    }

    private Duration forgetOld() {
        outbox.forgetOld();
        return SWEEP;
    }

    private Duration proceed() {
        ChangePosition heard = listener.heard();
        boolean isMore = false;
        List<UUID> open = outbox.open();
        Collections.shuffle(open); // so that none comes last for ever
        for (UUID webhook : open) {
            try {
                isMore |= outbox.fill(webhook);
                if (heard != null) {
                    take(webhook, heard);
                }
            } catch (RuntimeException e) {
                LOG.warnf("The webhook %s is not told for now: %s", webhook, e.getMessage());
                LOG.debug(webhook, e);
            }
        }
        return isMore ? Duration.ZERO : PAUSE;
    }

    private void take(UUID id, ChangePosition heard) {
        outbox.take(id, heard, most -> threads.free(id, most))
                .ifPresent(taken -> taken.deliveries()
                        .forEach(delivery -> threads.execute(id, () -> deliver(taken.webhook(), delivery))));
    }

    private void deliver(Webhook webhook, WebhookDelivery delivery) {
        try {
            Optional<WebhookMessage> message = messages.message(webhook, delivery);
            if (message.isPresent()) {
                outbox.settle(webhook, delivery, sender.send(webhook, message.get()));
            } else {
                outbox.drop(delivery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("A delivery is tried again, because of this node: %s", e.getMessage());
            LOG.debug(delivery.message(), e);
        }
    }
}
