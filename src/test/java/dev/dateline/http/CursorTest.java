package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    private final Cursor cursor =
            new Cursor("2026-02-14T12:00:00.123Z", UUID.fromString("01981f2c-5a00-7000-8000-000000000003"), true);

    @Test
    void comesBackAsItWas() {
        assertThat(Cursor.decode(cursor.encode("q"), "q")).isEqualTo(cursor);
        Cursor withoutTime = Cursor.at(cursor.id());
        assertThat(Cursor.decode(withoutTime.encode("q"), "q")).isEqualTo(withoutTime);
        assertThat(Cursor.decode(null, "q")).isNull();
    }

    @Test
    void belongsToItsQueryAlone() {
        assertThatThrownBy(() -> Cursor.decode(cursor.encode("q"), "other")).isInstanceOf(Problem.class);
    }

    @Test
    void aForgedTimeIsRefused() {
        for (String key : List.of(Instant.MAX.toString(), "2026-02-31T12:00:00Z", "no time", "")) {
            Cursor forged = Cursor.decode(new Cursor(key, cursor.id(), false).encode("q"), "q");
            assertThatThrownBy(forged::time).as(key).isInstanceOf(Problem.class);
        }
    }

    @Test
    void aForgedEdgeThatNoTextCanBeIsRefused() {
        String forged = new Cursor("a\0b", cursor.id(), false).encode("q");
        assertThatThrownBy(() -> Cursor.decode(forged, "q")).isInstanceOf(Problem.class);
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
