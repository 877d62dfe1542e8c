package dev.dateline.webhook;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.background.ServingProgram;
import dev.dateline.change.Changed;
import dev.dateline.change.LoggedChange;
import dev.dateline.changefeed.ChangeInterest;
import dev.dateline.changefeed.ChangeSelections;
import dev.dateline.changefeed.Changes;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells every webhook what it wants to know, soon after it has changed; each node takes its share. */
@Singleton
class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final WebhookOutbox outbox;
    private final WebhookSender sender;
    private final ChangeSelections selections;
    private final Changes changes;
    private final WebhooksConfig config;
    private final BackgroundLoop loop = new BackgroundLoop("webhooks", PAUSE, this::proceed);
    private final BackgroundLoop sweep = new BackgroundLoop("webhook-sweep", SWEEP, this::forgetOld);
    private final WebhookThreads threads = new WebhookThreads(loop::wake);

    WebhookDispatcher(
            WebhookOutbox outbox,
            WebhookSender sender,
            ChangeSelections selections,
            Changes changes,
            WebhooksConfig config) {
        this.outbox = outbox;
        this.sender = sender;
        this.selections = selections;
        this.changes = changes;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (ServingProgram.isThis()) {
            loop.start();
            sweep.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        sweep.stop();
        threads.stop();
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
        boolean isMore = false;
        for (Webhook webhook : outbox.active()) {
            try {
                isMore |= proceed(webhook);
            } catch (RuntimeException e) {
                LOG.warnf("The webhook %s is not told for now: %s", webhook.id(), e.getMessage());
                LOG.debug(webhook.id(), e);
            }
        }
        return isMore ? Duration.ZERO : PAUSE;
    }

    private boolean proceed(Webhook webhook) {
        ChangeInterest interest = selections.known(webhook.changes(), new Parameters());
        boolean isMore = outbox.fill(webhook.id(), interest);
        // who fails is asked for one thing at a time, and takes no threads from the others
        int free = threads.free(webhook.id(), webhook.isFailing() ? 1 : config.mostAtOnce());
        if (free > 0) {
            outbox.take(webhook.id(), free)
                    .forEach(delivery -> threads.execute(webhook.id(), () -> deliver(webhook, interest, delivery)));
        }
        return isMore;
    }

    private void deliver(Webhook webhook, ChangeInterest interest, WebhookDelivery delivery) {
        try {
            Optional<WebhookMessage> message =
                    outbox.logged(delivery).flatMap(logged -> message(delivery, logged, interest));
            if (message.isPresent()) {
                outbox.settle(webhook, delivery.id(), sender.send(webhook, message.get()));
            } else {
                outbox.drop(delivery.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("A delivery is tried again, because of this node: %s", e.getMessage());
            LOG.debug(delivery.message(), e);
        }
    }

    private Optional<WebhookMessage> message(WebhookDelivery delivery, LoggedChange logged, ChangeInterest interest) {
        Optional<JsonText> told = changes.tell(logged, interest);
        return told.map(data -> WebhookMessage.of(delivery.message(), config.source(), logged, data));
    }
}
