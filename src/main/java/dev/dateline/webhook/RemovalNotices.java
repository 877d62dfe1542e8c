package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRepository;
import dev.dateline.removal.Reminded;
import dev.dateline.removal.Removal;
import dev.dateline.removal.RemovalReceipt;
import dev.dateline.removal.RemovalReceiptRepository;
import dev.dateline.removal.Removed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Has every webhook told of a removal, whatever it follows: whoever may have had the thing must take it away. Such a message waits for
 * no other one.
 */
@Singleton
class RemovalNotices {

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final RemovalReceiptRepository receipts;
    private final ChangeRepository log;

    RemovalNotices(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            RemovalReceiptRepository receipts,
            ChangeRepository log) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.log = log;
    }

    void removed(@Observes Removed event) {
        Removal removal = event.removal();
        ChangePosition end = log.end();
        Instant now = WebhookOutbox.now();
        webhooks.allForUpdate().forEach(webhook -> {
            RemovalReceipt receipt = new RemovalReceipt(removal, webhook.id(), webhook.receiver());
            receipts.persist(receipt);
            deliveries.persist(WebhookDelivery.ofRemoval(webhook, removal, receipt.id(), end, now));
        });
        receipts.flush();
    }

    /** Those whose webhook is still there. */
    void reminded(@Observes Reminded event) {
        ChangePosition end = log.end();
        Instant now = WebhookOutbox.now();
        event.receipts()
                .forEach(receipt -> webhooks.forUpdate(receipt.webhook())
                        .map(webhook -> WebhookDelivery.ofRemoval(webhook, event.removal(), receipt.id(), end, now))
                        .ifPresent(deliveries::persist));
    }
}
