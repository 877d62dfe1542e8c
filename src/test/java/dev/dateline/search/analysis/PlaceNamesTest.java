package dev.dateline.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Германии, uk, Німеччина",
        "Нямеччыне, en, Germany",
        "Києві, ru, Киев",
        "Kyiv, ru, Киев",
        "Kijów, be, Кіеў",
        "Мінску, en, Minsk",
        "США, en, USA",
        "НАТО, en, NATO",
        "Львів, ru, Львов"
    })
    void aPlaceHasItsNamesInAllLanguages(String word, String language, String name) {
        assertThat(PlaceNames.meantBy(word))
                .containsAnyElementsOf(WordAnalyzers.of(language).forms(name));
    }

    /** Many of these share a stem with a place in Belarusian. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "город", "города", "горад", "кубок", "кубак", "куб", "нота", "нотка", "болт", "вянок", "венцы", "кіт",
                "львы", "льва", "грацыя", "крыць", "харкаць", "кракаць", "рымы", "язь", "бераст", "корань", "кий",
                "газа", "газ", "us", "cis", "bridge", "мост", "мыць", "мара", "прагны"
            })
    void aCommonWordIsNoPlace(String word) {
        assertThat(PlaceNames.meantBy(word)).isEmpty();
    }
}
