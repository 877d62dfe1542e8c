package dev.dateline.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.content.LanguageTag.Languages;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final List<String> AVAILABLE = List.of("be", "be-tarask", "ru", "en-GB");

    @Test
    void aTagIsInTheRangesThatItBeginsWith() {
        assertThat(Languages.ranges("be-Latn-BY")).containsExactly("be", "be-Latn", "be-Latn-BY");
        assertThat(Languages.isIn("be", "be-tarask")).isTrue();
        assertThat(Languages.isIn("be", "bem")).isFalse();
        assertThat(Languages.isIn("be-tarask", "be")).isFalse();
    }

    @Test
    void whatAReaderWantsIsMadeShorterUntilThereIsSomething() {
        assertThat(Languages.lookup("ru-RU, be;q=0.9", AVAILABLE)).containsExactly("ru", "be");
        assertThat(Languages.lookup("be-TARASK", AVAILABLE)).containsExactly("be-tarask");
        assertThat(Languages.lookup("be-Latn-BY", AVAILABLE)).containsExactly("be");
        assertThat(Languages.lookup("en", AVAILABLE)).containsExactly("en");
        assertThat(Languages.lookup("en-US", AVAILABLE)).containsExactly("en");
        assertThat(Languages.lookup("bel;q=0.1, uk, ru;q=0.5", AVAILABLE)).containsExactly("ru", "be");
    }

    @Test
    void whatIsRefusedUnknownOrUnreadableIsLeftOut() {
        assertThat(Languages.lookup("be;q=0, ru", AVAILABLE)).containsExactly("ru");
        for (String header : List.of("", "*", "tlh", "ru;q=x", ";;", "x".repeat(5_000))) {
            assertThat(Languages.lookup(header, AVAILABLE)).as(header).isEmpty();
        }
        assertThat(Languages.lookup(null, AVAILABLE)).isEmpty();
    }
}
