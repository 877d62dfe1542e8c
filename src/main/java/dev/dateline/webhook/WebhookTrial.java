package dev.dateline.webhook;

import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Sends a message that says nothing, to see whether it arrives. */
@Singleton
class WebhookTrial {

    private final WebhookService webhooks;
    private final WebhookSender sender;
    private final WebhooksConfig config;

    WebhookTrial(WebhookService webhooks, WebhookSender sender, WebhooksConfig config) {
        this.webhooks = webhooks;
        this.sender = sender;
        this.config = config;
    }

    WebhookAttempt send(UUID id) throws InterruptedException {
        Webhook webhook = webhooks.webhook(id);
        return sender.send(
                webhook, WebhookMessage.test("msg_test_" + Identifiers.next(), config.source(), DatabaseClock.now()));
    }
}
