package dev.dateline.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a delivery is tried again.
 *
 * @param pauses after the first failure, after the second, and so on
 */
record WebhookRetries(List<Duration> pauses) {

    private static final double JITTER = 0.1;
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * How long to wait, if there is another time.
     *
     * @param attempts how many there were
     * @param last says, perhaps, how long the receiver wants to be left alone
     */
    Optional<Duration> after(int attempts, WebhookAttempt last) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration pause = Duration.ofMillis((long) (pauses.get(attempts - 1).toMillis() * factor));
        Duration asked = Duration.ofSeconds(last.retryAfterSeconds() == null ? 0 : last.retryAfterSeconds());
        Duration wanted = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return Optional.of(wanted.compareTo(pause) > 0 ? wanted : pause);
    }
}
