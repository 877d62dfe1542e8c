package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.change.ChangeRepository;
import dev.dateline.change.LoggedChange;
import dev.dateline.changefeed.ChangeInterest;
import dev.dateline.changefeed.ChangeSelections;
import dev.dateline.http.Parameters;
import dev.dateline.removal.RemovalReceiptRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * What is on its way, from the change log to receivers. How far a webhook has come in the log and what it is to be told of are
 * written together: nothing is forgotten and nothing is noted twice, whichever node stops when.
 */
@Singleton
class WebhookOutbox {

    /** With so many waiting no more are taken from the log, which keeps them as well. */
    private static final int ENOUGH_WAITING = 1_000;

    /** One thing over which a receiver hangs must not hold up all others. */
    private static final int MOST_WHEN_FAILING = 2;

    private static final Duration GRACE = Duration.ofSeconds(75);

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final ChangeRepository log;
    private final RemovalReceiptRepository receipts;
    private final ChangeSelections selections;
    private final WebhooksConfig config;
    private final WebhookRetries retries;

    WebhookOutbox(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            ChangeRepository log,
            RemovalReceiptRepository receipts,
            ChangeSelections selections,
            WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.receipts = receipts;
        this.selections = selections;
        this.config = config;
        this.retries = new WebhookRetries(config.retries());
    }

    @Transactional
    List<UUID> open() {
        return webhooks.open().stream().map(Webhook::id).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Takes from the log what a webhook wants to be told of.
     *
     * @return whether there is more
     */
    @Transactional
    boolean fill(UUID id) {
        Webhook webhook = webhooks.ifFree(id).orElse(null);
        if (webhook == null || webhook.position().equals(log.end()) || deliveries.waiting(id) >= ENOUGH_WAITING) {
            return false;
        }
        if (!log.isKept(webhook.position())) {
            webhook.pause(WebhookPause.BEHIND);
            return false;
        }
        ChangeInterest interest = selections.known(webhook.changes(), new Parameters());
        ChangeRepository.Reading reading = log.after(webhook.position());
        Instant now = DatabaseClock.now();
        reading.changes().stream()
                .filter(interest::wants)
                .map(logged -> WebhookDelivery.of(webhook, logged, now))
                .forEach(deliveries::persist);
        webhook.listenFrom(reading.position());
        return reading.isFull();
    }

    /**
     * What is due.
     *
     * @param webhook as it is when they are taken
     */
    record Taken(Webhook webhook, List<WebhookDelivery> deliveries) {}

    /**
     * Takes what is due, for this node to tell before others may try.
     *
     * @param heard how far this node knows what is public
     * @param free how many it may take, of those that the webhook may have; who fails may have two
     */
    @Transactional
    Optional<Taken> take(UUID id, ChangePosition heard, IntUnaryOperator free) {
        Instant now = DatabaseClock.now();
        return webhooks.findByIdOptional(id).filter(Webhook::isOpen).map(webhook -> {
            int count = free.applyAsInt(webhook.isFailing() ? MOST_WHEN_FAILING : config.mostAtOnce());
            List<WebhookDelivery> due = count > 0 ? due(webhook, heard, now, count) : List.of();
            due.forEach(delivery -> delivery.taken(now.plus(config.timeout()).plus(GRACE)));
            return new Taken(webhook, due);
        });
    }

    /** Removals first. */
    private List<WebhookDelivery> due(Webhook webhook, ChangePosition heard, Instant now, int count) {
        List<WebhookDelivery> due = new ArrayList<>(deliveries.dueRemovals(webhook.id(), heard, now, count));
        if (webhook.pause() == null) {
            due.addAll(deliveries.due(webhook.id(), heard, now, count - due.size()));
        }
        return due;
    }

    /** The change as it stands in the log, while that keeps it. */
    @Transactional
    Optional<LoggedChange> logged(WebhookDelivery delivery) {
        return log.at(delivery.position());
    }

    @Transactional
    void drop(WebhookDelivery taken) {
        stillTaken(taken).ifPresent(WebhookDelivery::drop);
    }

    private Optional<WebhookDelivery> stillTaken(WebhookDelivery taken) {
        return deliveries.forUpdate(taken.id()).filter(delivery -> delivery.isTakenAs(taken));
    }

    /** Notes how it went, and what follows from that. */
    @Transactional
    void settle(Webhook told, WebhookDelivery taken, WebhookAttempt attempt) {
        Instant now = DatabaseClock.now();
        if (attempt.hasSucceeded()) {
            webhooks.succeeded(told.id());
            if (taken.receipt() != null) {
                receipts.told(taken.receipt(), now);
            }
            stillTaken(taken).ifPresent(delivery -> delivery.succeeded(attempt));
        } else {
            webhooks.forUpdate(told.id())
                    .filter(webhook -> webhook.url().equals(told.url()))
                    .ifPresent(webhook -> failed(webhook, attempt, now));
            stillTaken(taken).ifPresent(delivery -> delivery.failed(attempt, now, retries));
        }
    }

    private void failed(Webhook webhook, WebhookAttempt attempt, Instant now) {
        if (attempt.saysGone()) {
            webhook.pause(WebhookPause.GONE);
        } else {
            webhook.failed(now, config.pauseAfter());
        }
    }

    @Transactional
    void forgetOld() {
        deliveries.forget(DatabaseClock.now().minus(config.keep()));
    }
}
