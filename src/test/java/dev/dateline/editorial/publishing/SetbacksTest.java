package dev.dateline.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;

/** What fails is tried again as long as that may help, and no longer. */
class SetbacksTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofMinutes(3));
    private final RuntimeException atFault = Problem.conflict("It has no headline.");
    private final RuntimeException tooSlow = new Problem(ProblemType.UNAVAILABLE, "It takes too long.");
    private final RuntimeException locked = new LockAcquisitionException("locked", null);

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Setbacks setbacks = new Setbacks();

    @Test
    void whatIsAtFaultItselfIsGivenUpAtOnce() {
        assertThat(setbacks.mayDoWellLater(one, atFault, NOW)).isFalse();
    }

    @Test
    void whatMayOnlyLackAnotherWaitsForIt() {
        setbacks.note(other, tooSlow, NOW);
        assertThat(setbacks.mayDoWellLater(one, atFault, NOW)).isTrue();
    }

    @Test
    void twoThatAreAtFaultDoNotExcuseOneAnother() {
        setbacks.note(other, tooSlow, NOW);
        setbacks.note(one, atFault, NOW);
        setbacks.forget(other);
        assertThat(setbacks.mayDoWellLater(other, atFault, NOW)).isFalse();
    }

    @Test
    void whatWaitsForAnotherIsGivenUpInTheEnd() {
        setbacks.note(other, tooSlow, NOW);
        setbacks.note(one, atFault, NOW);
        assertThat(setbacks.mayDoWellLater(one, atFault, MUCH_LATER)).isFalse();
    }

    @Test
    void aLockIsWaitedForAsLongAsItTakes() {
        setbacks.note(one, locked, NOW);
        assertThat(setbacks.mayDoWellLater(one, locked, MUCH_LATER)).isTrue();
    }

    @Test
    void whatWentAnotherWayIsForgotten() {
        setbacks.note(other, tooSlow, NOW);
        setbacks.resting(MUCH_LATER);
        assertThat(setbacks.mayDoWellLater(one, atFault, MUCH_LATER)).isFalse();
        assertThat(setbacks.mayDoWellLater(other, tooSlow, MUCH_LATER)).isTrue();
    }

    @Test
    void itRestsForAMoment() {
        setbacks.note(one, tooSlow, NOW);
        assertThat(setbacks.resting(NOW)).containsExactly(one);
        assertThat(setbacks.resting(MUCH_LATER)).isEmpty();
    }
}
