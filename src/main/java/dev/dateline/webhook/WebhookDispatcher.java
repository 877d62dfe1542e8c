package dev.dateline.webhook;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.background.ServingProgram;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.ChangePosition;
import dev.dateline.change.Changed;
import dev.dateline.changefeed.Changes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
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

    /** So many messages are put together at a time: those who read share the connections. */
    private static final int MOST_READING = 2;

    private final WebhookOutbox outbox;
    private final WebhookSender sender;
    private final ChangeListener listener;
    private final Changes changes;
    private final WebhooksConfig config;
    private final Semaphore reading = new Semaphore(MOST_READING);
    private final BackgroundLoop loop = new BackgroundLoop("webhooks", PAUSE, this::proceed);
    private final BackgroundLoop sweep = new BackgroundLoop("webhook-sweep", SWEEP, this::forgetOld);
    private final WebhookThreads threads = new WebhookThreads(loop::wake);

    WebhookDispatcher(
            WebhookOutbox outbox,
            WebhookSender sender,
            ChangeListener listener,
            Changes changes,
            WebhooksConfig config) {
        this.outbox = outbox;
        this.sender = sender;
        this.listener = listener;
        this.changes = changes;
        this.config = config;
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

    void wake(@Observes Changed event) {
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
        List<UUID> active = outbox.active();
        Collections.shuffle(active); // so that none comes last for ever
        for (UUID webhook : active) {
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
            Optional<WebhookMessage> message = message(webhook, delivery);
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

    private Optional<WebhookMessage> message(Webhook webhook, WebhookDelivery delivery) throws InterruptedException {
        reading.acquire();
        try {
            return outbox.logged(delivery)
                    .flatMap(logged -> changes.tell(logged, webhook.changes())
                            .map(data -> WebhookMessage.of(delivery.message(), config.source(), logged, data)));
        } finally {
            reading.release();
        }
    }
}
