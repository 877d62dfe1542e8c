package dev.dateline.webhook;

import dev.dateline.change.ChangeRepository;
import dev.dateline.change.LoggedChange;
import dev.dateline.changefeed.ChangeInterest;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What is on its way, from the change log to receivers. How far a webhook has come in the log and what it is to be told of are
 * written together: nothing is forgotten and nothing is noted twice, whichever node stops when.
 */
@Singleton
class WebhookOutbox {

    /** With so many waiting no more are taken from the log, which keeps them as well. */
    private static final int ENOUGH_WAITING = 1_000;

    private static final Duration GRACE = Duration.ofSeconds(45);

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final ChangeRepository log;
    private final WebhooksConfig config;
    private final WebhookRetries retries;

    WebhookOutbox(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            ChangeRepository log,
            WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.config = config;
        this.retries = new WebhookRetries(config.retries());
    }

    @Transactional
    List<Webhook> active() {
        return webhooks.active();
    }

    /**
     * Takes from the log what a webhook wants to be told of.
     *
     * @return whether there is more
     */
    @Transactional
    boolean fill(UUID id, ChangeInterest interest) {
        Webhook webhook = webhooks.ifFree(id).orElse(null);
        if (webhook == null || webhook.pause() != null || deliveries.waiting(id) >= ENOUGH_WAITING) {
            return false;
        }
        ChangeRepository.Reading reading = log.after(webhook.position());
        Instant now = now();
        reading.changes().stream()
                .filter(interest::wants)
                .map(logged -> new WebhookDelivery(webhook, logged, now))
                .forEach(deliveries::persist);
        webhook.listenFrom(reading.position());
        return reading.isFull();
    }

    /** What is due, for this node to tell within {@link #lease}. */
    @Transactional
    List<WebhookDelivery> take(UUID webhook, int most) {
        Instant now = now();
        List<WebhookDelivery> due = deliveries.due(webhook, now, most);
        due.forEach(delivery -> delivery.taken(now, lease()));
        return due;
    }

    private Duration lease() {
        return config.timeout().plus(GRACE);
    }

    /** The change as it stands in the log, while that keeps it. */
    @Transactional
    Optional<LoggedChange> logged(WebhookDelivery delivery) {
        return log.at(delivery.position());
    }

    @Transactional
    void drop(UUID delivery) {
        deliveries.forUpdate(delivery).ifPresent(WebhookDelivery::drop);
    }

    /** Notes how it went, and what follows from that. */
    @Transactional
    void settle(Webhook told, UUID delivery, WebhookAttempt attempt) {
        Instant now = now();
        boolean hasSucceeded = attempt.hasSucceeded();
        if (!hasSucceeded || told.isFailing()) {
            webhooks.forUpdate(told.id()).ifPresent(webhook -> note(webhook, attempt, now));
        }
        BiConsumer<WebhookDelivery, WebhookAttempt> note =
                hasSucceeded ? WebhookDelivery::succeeded : (waiting, failure) -> waiting.failed(failure, now, retries);
        deliveries.forUpdate(delivery).ifPresent(waiting -> note.accept(waiting, attempt));
    }

    private void note(Webhook webhook, WebhookAttempt attempt, Instant now) {
        if (attempt.hasSucceeded()) {
            webhook.succeeded();
        } else if (attempt.saysGone()) {
            webhook.isGone();
        } else {
            webhook.failed(now, config.pauseAfter());
        }
    }

    @Transactional
    void forgetOld() {
        deliveries.forget(now().minus(config.keep()));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
