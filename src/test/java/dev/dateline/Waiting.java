package dev.dateline;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** For tests in which time itself matters; those that wait for something await it. */
public final class Waiting {

    private Waiting() {}

    /** Does nothing for so long, as a slow client would. */
    public static void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    /** Returns when the clock has passed that moment, so that the first to ask then can be asked about. */
    public static void untilAfter(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        Duration delay = left.isNegative() ? Duration.ZERO : left;
        await().pollDelay(delay)
                .pollInterval(Duration.ofMillis(1))
                .atMost(delay.plusSeconds(5))
                .until(() -> Instant.now().isAfter(moment));
    }

    /** Returns in the next second, so that what happened until now was in one that is over. */
    public static void untilThisSecondIsOver() {
        untilAfter(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
