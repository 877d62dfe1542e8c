package dev.dateline.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MeasuredPageTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID NEW = new UUID(0, 3);

    /** All there is: two things, of which B is the last. */
    private final MeasuredPage all = new MeasuredPage(2, B, false);

    private static boolean leadsOn(MeasuredPage measured, UUID... rows) {
        return measured.read(List.of(rows), Function.identity()).hasMore();
    }

    @Test
    void whatIsReadAsItWasMeasuredIsThatPage() {
        assertThat(all.read(List.of(A, B), Function.identity()).items()).containsExactly(A, B);
        assertThat(leadsOn(all, A, B)).isFalse();
        assertThat(leadsOn(new MeasuredPage(2, B, true), A, B)).isTrue();
        assertThat(leadsOn(new MeasuredPage(0, null, false))).isFalse();
    }

    @Test
    void whatSomethingNewHasPushedOutIsOnTheNextPage() {
        assertThat(leadsOn(all, NEW, A)).isTrue();
    }

    @Test
    void whereTheLastOneHasGoneThereMayBeOthersBeyondIt() {
        assertThat(leadsOn(all, A, NEW)).isTrue();
        assertThat(leadsOn(all, A)).isTrue();
    }
}
