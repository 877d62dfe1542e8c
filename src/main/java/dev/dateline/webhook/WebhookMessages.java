package dev.dateline.webhook;

import dev.dateline.changefeed.ChangeHistoryRepository;
import dev.dateline.changefeed.Changes;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.removal.Removals;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Puts messages together when they are sent, from what is public then. */
@Singleton
class WebhookMessages {

    /** So many at a time: those who read share the connections. */
    private static final int MOST_READING = 2;

    private final WebhookOutbox outbox;
    private final Changes changes;
    private final Removals removals;
    private final WebhooksConfig config;
    private final ChangeHistoryRepository history;
    private final CurrentEntitlement entitlements;
    private final Semaphore reading = new Semaphore(MOST_READING);

    WebhookMessages(
            WebhookOutbox outbox,
            Changes changes,
            ChangeHistoryRepository history,
            Removals removals,
            CurrentEntitlement entitlements,
            WebhooksConfig config) {
        this.history = history;
        this.entitlements = entitlements;
        this.outbox = outbox;
        this.changes = changes;
        this.removals = removals;
        this.config = config;
    }

    /** What is to be sent, or nothing, when there is nothing to tell any more. */
    Optional<WebhookMessage> message(Webhook webhook, WebhookDelivery delivery) throws InterruptedException {
        reading.acquire();
        try {
            UUID receipt = delivery.receipt();
            return receipt == null
                    ? entitlements.reading(webhook.entitlement(), () -> change(webhook, delivery))
                    : removal(webhook, delivery, receipt);
        } finally {
            reading.release();
        }
    }

    private Optional<WebhookMessage> change(Webhook webhook, WebhookDelivery delivery) {
        return outbox.logged(delivery)
                .flatMap(history::allowed)
                .flatMap(logged -> changes.tell(logged, webhook.changes())
                        .map(told ->
                                WebhookMessage.of(delivery.message(), config.source(), told.logged(), told.json())));
    }

    private Optional<WebhookMessage> removal(Webhook webhook, WebhookDelivery delivery, UUID receipt) {
        return removals.notice(receipt, webhook.receiver())
                .map(notice -> WebhookMessage.of(delivery.message(), config.source(), notice));
    }
}
