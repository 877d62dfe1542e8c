package dev.dateline.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {

    private static final String LETTERS =
            "абвгдеёжзійклмнопрстуўфхцчшщъыьэюяіїєґ'abcdefghijklmnopqrstuvwxyząčéłóśšŭžźʼ0123456789";

    @Test
    void aWordThatIsItsOwnBaseFormIsThereOnce() {
        assertThat(WordForms.of("ru", Stream.of("мост, мосты", "Мост"))).containsExactly("мост", "мосты");
        assertThat(WordForms.of("en", Stream.of("bridges"))).containsExactly("bridg", "bridges");
        assertThat(WordForms.wanted("мостами")).contains("мост", "мостами");
        assertThat(WordForms.beginning("Мос")).isEqualTo("мос");
        assertThat(WordForms.beginning("…")).isEmpty();
    }

    /** PostgreSQL refuses an entry without a letter, and with it what is being saved. */
    @ParameterizedTest
    @ValueSource(strings = {"be", "ru", "uk", "en", "pl", ""})
    void noWordHasAnEmptyBaseForm(String language) {
        Stream<String> words = LETTERS.chars()
                .boxed()
                .flatMap(first -> Stream.concat(
                        Stream.of(Character.toString(first)),
                        LETTERS.chars().mapToObj(second -> Character.toString(first) + Character.toString(second))));
        assertThat(WordForms.of(language, words)).doesNotContain("").hasSizeGreaterThan(1_000);
    }
}
