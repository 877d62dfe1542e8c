package dev.dateline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.change.ChangePosition;
import dev.dateline.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a receiver that fails is asked again, and when no more. */
class WebhookPauseTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static WebhookInput input(@Nullable Boolean paused) {
        return new WebhookInput("https://example.org", null, null, null, null, null, null, null, null, paused, null);
    }

    private static WebhookAttempt failure(@Nullable Long retryAfter) {
        return new WebhookAttempt(NOW, 10, 100, 503, null, null, retryAfter);
    }

    @Test
    void whoHasFailedForADayWithoutSuccessIsAskedNoMoreUntilSomebodySaysSo() {
        Webhook webhook = new Webhook(UUID.randomUUID(), input(null), ChangePosition.BEGINNING, NOW);
        webhook.failed(NOW, PATIENCE);
        webhook.failed(NOW.plus(Duration.ofHours(23)), PATIENCE);
        assertThat(webhook.pause()).isNull();
        webhook.failed(NOW.plus(Duration.ofHours(24)), PATIENCE);
        assertThat(webhook.pause()).isEqualTo(WebhookPause.FAILING);
        webhook.pause(true);
        assertThat(webhook.pause()).isEqualTo(WebhookPause.FAILING);
        webhook.change(input(false));
        assertThat(webhook.pause()).isEqualTo(WebhookPause.FAILING);
        webhook.pause(false);
        assertThat(webhook.pause()).isNull();
        assertThat(webhook.isFailing()).isFalse();
    }

    @Test
    void retriesAreFartherAndFartherApartAndEnd() {
        WebhookRetries retries = new WebhookRetries(List.of(Duration.ofSeconds(10), Duration.ofHours(1)));
        assertThat(retries.after(1, failure(null)).orElseThrow())
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(retries.after(2, failure(null)).orElseThrow())
                .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
        assertThat(retries.after(3, failure(null))).isEmpty();
    }

    @Test
    void aReceiverMayAskForMoreTimeButNotForLongerThanADay() {
        WebhookRetries retries = new WebhookRetries(List.of(Duration.ofSeconds(10)));
        assertThat(retries.after(1, failure(600L))).contains(Duration.ofMinutes(10));
        assertThat(retries.after(1, failure(999_999_999L))).contains(Duration.ofHours(24));
        assertThat(RetryAfter.seconds("120")).isEqualTo(120);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(90).atOffset(ZoneOffset.UTC));
        assertThat(RetryAfter.seconds(date)).isBetween(80L, 90L);
        assertThat(RetryAfter.seconds("soon")).isNull();
        assertThat(RetryAfter.seconds(null)).isNull();
    }
}
