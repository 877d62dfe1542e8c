package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.problem.Problem;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    private final Cursor cursor = new Cursor(
            Instant.parse("2026-02-14T12:00:00.123Z"), UUID.fromString("01981f2c-5a00-7000-8000-000000000003"), true);

    @Test
    void comesBackAsItWas() {
        assertThat(Cursor.decode(cursor.encode("q"), "q")).isEqualTo(cursor);
        Cursor withoutTime = new Cursor(null, cursor.id(), false);
        assertThat(Cursor.decode(withoutTime.encode("q"), "q")).isEqualTo(withoutTime);
        assertThat(Cursor.decode(null, "q")).isNull();
    }

    @Test
    void belongsToItsQueryAlone() {
        assertThatThrownBy(() -> Cursor.decode(cursor.encode("q"), "other")).isInstanceOf(Problem.class);
    }

    @Test
    void aForgedTimeIsRefused() {
        Cursor forged = new Cursor(Instant.MAX, cursor.id(), false);
        assertThatThrownBy(() -> Cursor.decode(forged.encode("q"), "q")).isInstanceOf(Problem.class);
    }

    @Test
    void anyChangeIsNoticed() {
        String text = cursor.encode("q");
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder changed = new StringBuilder(text);
            int at = random.nextInt(text.length() - 1);
            char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!é".charAt(random.nextInt(56));
            if (changed.charAt(at) != other) {
                changed.setCharAt(at, other);
                assertThatThrownBy(() -> Cursor.decode(changed.toString(), "q"))
                        .as(changed.toString())
                        .isInstanceOf(Problem.class);
            }
        }
    }
}
