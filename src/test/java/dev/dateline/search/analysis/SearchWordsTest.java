package dev.dateline.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.search.analysis.SearchWords.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries as people write them. */
class SearchWordsTest {

    private static final Part BRIDGE = new Part("new bridge", true, false);

    @Test
    void aPhraseStandsBetweenMarksOfEachPair() {
        for (String query : List.of(
                "\"new bridge\"",
                "“new bridge”",
                "«new bridge»",
                "„new bridge“",
                "„new bridge”",
                "»new bridge«",
                "”new bridge”",
                "\"new bridge")) {
            assertThat(SearchWords.parse(query).wanted()).as(query).containsExactly(List.of(BRIDGE));
        }
        assertThat(SearchWords.parse("-«new bridge» river").unwanted()).containsExactly(BRIDGE);
    }

    @Test
    void marksInsideOthersBelongToThePhrase() {
        assertThat(SearchWords.parse("«Газета “Звязда” піша» 1917").wanted())
                .containsExactly(
                        List.of(new Part("Газета “Звязда” піша", true, false)),
                        List.of(new Part("1917", false, false)));
    }

    @Test
    void aTypographicMarkAloneIsNoPhrase() {
        SearchWords words = SearchWords.parse("5” screen");

        assertThat(words.wanted())
                .containsExactly(List.of(new Part("5”", false, false)), List.of(new Part("screen", false, false)));
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertThat(SearchWords.parse("river OR «new bridge» | brid*").wanted())
                .containsExactly(List.of(new Part("river", false, false), BRIDGE, new Part("brid", false, true)));
    }
}
