package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRepository;
import dev.dateline.changefeed.ChangeHistoryRepository;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.removal.Reminded;
import dev.dateline.removal.Removal;
import dev.dateline.removal.RemovalReceipt;
import dev.dateline.removal.RemovalReceiptRepository;
import dev.dateline.removal.Removed;
import dev.dateline.time.DatabaseClock;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has every webhook told of a removal, whatever it follows: whoever may have had the thing must take it away. Only who may never have
 * had it, by their entitlement, is not told. Such a message waits for
 * no other one.
 */
@Singleton
class RemovalNotices {

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final RemovalReceiptRepository receipts;
    private final ChangeRepository log;
    private final ChangeHistoryRepository history;
    private final CurrentEntitlement entitlements;

    RemovalNotices(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            RemovalReceiptRepository receipts,
            ChangeRepository log,
            ChangeHistoryRepository history,
            CurrentEntitlement entitlements) {
        this.history = history;
        this.entitlements = entitlements;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.log = log;
    }

    void removed(@Observes Removed event) {
        tell(event.removal());
    }

    void reminded(@Observes Reminded event) {
        tell(event.removal());
    }

    /** What waits is told now, what was told is told again, and who has no receipt gets one. */
    private void tell(Removal removal) {
        ChangePosition end = log.end();
        Instant now = DatabaseClock.now();
        Map<UUID, RemovalReceipt> known = receipts.of(removal.id()).stream()
                .collect(Collectors.toMap(RemovalReceipt::webhook, Function.identity()));
        for (Webhook webhook : webhooks.allForUpdate()) {
            if (!known.containsKey(webhook.id()) && !mayHaveHad(webhook, removal)) {
                continue;
            }
            RemovalReceipt receipt = known.computeIfAbsent(webhook.id(), id -> receipt(removal, webhook));
            if (receipt.isOutstanding()) {
                deliveries
                        .waitingOf(webhook.id(), receipt.id())
                        .ifPresentOrElse(
                                waiting -> waiting.hurry(now),
                                () -> deliveries.persist(
                                        WebhookDelivery.ofRemoval(webhook, removal, receipt.id(), end, now)));
            }
        }
    }

    private boolean mayHaveHad(Webhook webhook, Removal removal) {
        return webhook.entitlement() == null
                || entitlements.reading(webhook.entitlement(), () -> history.knows(removal.target()));
    }

    private RemovalReceipt receipt(Removal removal, Webhook webhook) {
        RemovalReceipt receipt = new RemovalReceipt(removal, webhook.id(), webhook.receiver());
        receipts.persistAndFlush(receipt);
        return receipt;
    }
}
