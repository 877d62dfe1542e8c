package dev.dateline.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockEstimateTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final long MILLISECOND = 1_000_000;

    private final ClockEstimate estimate = new ClockEstimate();

    private void hear(long askedAt, long tookMillis, Instant told) {
        estimate.hear(askedAt, told, askedAt + tookMillis * MILLISECOND);
    }

    @Test
    void untilSomethingIsToldNothingIsKnown() {
        assertThat(estimate.at(5 * MILLISECOND)).isNull();
    }

    @Test
    void theFirstAnswerIsTakenAtTheMiddleOfItsJourney() {
        hear(0, 10, NOON.plusMillis(5));
        assertThat(estimate.at(0)).isEqualTo(NOON);
        assertThat(estimate.at(3_600_000 * MILLISECOND)).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void aSlowAnswerMakesItNoWorse() {
        hear(0, 2, NOON.plusMillis(1));
        hear(100 * MILLISECOND, 800, NOON.plusMillis(899));
        assertThat(estimate.at(0)).isEqualTo(NOON);
    }

    @Test
    void aQuickAnswerCorrectsASlowOneAsFarAsItMust() {
        hear(0, 800, NOON.plusMillis(0));
        assertThat(estimate.at(400 * MILLISECOND)).isEqualTo(NOON);
        hear(1_000 * MILLISECOND, 2, NOON.plusMillis(1_001));
        assertThat(Duration.between(NOON, estimate.at(0)).abs()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aClockThatIsSetIsFollowedAtOnceEitherWay() {
        hear(0, 2, NOON);
        hear(1_000 * MILLISECOND, 2, NOON.plusSeconds(601));
        assertThat(estimate.at(1_000 * MILLISECOND)).isBetween(NOON.plusSeconds(600), NOON.plusSeconds(602));
        hear(2_000 * MILLISECOND, 2, NOON.plusSeconds(2));
        assertThat(estimate.at(2_000 * MILLISECOND)).isBetween(NOON.plusSeconds(1), NOON.plusSeconds(3));
    }

    @Test
    void timesBefore1970AreTimesToo() {
        hear(0, 0, Instant.parse("1969-12-31T23:59:59.500Z"));
        assertThat(estimate.at(-MILLISECOND)).isEqualTo(Instant.parse("1969-12-31T23:59:59.499Z"));
    }
}
