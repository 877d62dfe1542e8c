package dev.dateline.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known to change may be shown while the database is away; what is withdrawn may not. */
class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void aChangeThatIsDueAsksForANewAnswerAndMayStillBeShown() {
        Freshness freshness = Freshness.CONFIGURED.until(NOON);
        assertThat(freshness.isOver(NOON.minusMillis(1))).isFalse();
        assertThat(freshness.isOver(NOON)).isTrue();
        assertThat(freshness.mustNotBeShown(NOON)).isFalse();
    }

    @Test
    void whatIsWithdrawnIsNotShownAnyMore() {
        Freshness freshness =
                Freshness.CONFIGURED.shownUntil(NOON.plusSeconds(1)).shownUntil(NOON);
        assertThat(freshness.mustNotBeShown(NOON.minusMillis(1))).isFalse();
        assertThat(freshness.mustNotBeShown(NOON)).isTrue();
        assertThat(freshness.isOver(NOON)).isTrue();
    }

    @Test
    void nothingIsOverWhereNothingIsKnown() {
        assertThat(Freshness.CONFIGURED.until(null).shownUntil(null)).isEqualTo(Freshness.CONFIGURED);
        assertThat(Freshness.CONFIGURED.isOver(NOON)).isFalse();
    }
}
