package dev.dateline.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Германии, uНімеччина",
        "Нямеччыне, eGermany",
        "Києві, rкиев",
        "Kyiv, rкиев",
        "Kijów, bкіевn",
        "Мінску, eMinsk",
        "США, eUSA",
        "НАТО, eNATO",
        "Львів, rльвов"
    })
    void aPlaceHasItsNamesInAllLanguages(String word, String form) {
        assertThat(PlaceNames.meantBy(word))
                .anyMatch(name -> name.equalsIgnoreCase(form)
                        || name.equalsIgnoreCase(form.charAt(0)
                                + WordAnalyzers.of("en")
                                        .forms(form.substring(1))
                                        .get(0)
                                        .substring(1)));
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
