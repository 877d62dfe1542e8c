package dev.dateline.webhook;

import dev.dateline.outbound.OutboundAnswer;
import dev.dateline.outbound.OutboundRequests;
import dev.dateline.outbound.RetryAfter;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends one signed message, as Standard Webhooks says, and tells how it went. */
@Singleton
class WebhookSender {

    private static final int MOST_OF_ANSWER = 1_000;

    private final OutboundRequests requests;
    private final WebhooksConfig config;

    WebhookSender(OutboundRequests requests, WebhooksConfig config) {
        this.requests = requests;
        this.config = config;
    }

    WebhookAttempt send(Webhook webhook, WebhookMessage message) throws InterruptedException {
        Instant now = DatabaseClock.now();
        long began = System.nanoTime();
        byte[] body = message.body().bytes();
        try {
            OutboundAnswer answer = requests.post(
                    webhook.url(), headers(webhook, message, now), body, config.timeout(), MOST_OF_ANSWER);
            return attempt(now, began, body.length, answer);
        } catch (IOException e) {
            return new WebhookAttempt(now, millisecondsSince(began), body.length, null, e.getMessage(), null, null);
        }
    }

    private static WebhookAttempt attempt(Instant at, long began, int bytes, OutboundAnswer answer) {
        String text = answer.body();
        return new WebhookAttempt(
                at,
                millisecondsSince(began),
                bytes,
                answer.status(),
                null,
                text.isEmpty() ? null : text,
                RetryAfter.seconds(answer.headers().get("retry-after")));
    }

    private static long millisecondsSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static Map<String, String> headers(Webhook webhook, WebhookMessage message, Instant now) {
        long seconds = now.getEpochSecond();
        String body = message.body().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
        headers.put("User-Agent", "Dateline");
        headers.put("webhook-id", message.id());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put(
                "webhook-signature",
                webhook.keys(now).stream()
                        .map(key -> key.sign(message.id(), seconds, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }
}
