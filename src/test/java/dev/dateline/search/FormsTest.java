package dev.dateline.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many forms of one word meet, and how many that meet are of one word, on words that linguists have annotated. */
class FormsTest {

    private static final Set<String> NO_WORDS = Set.of("PUNCT", "NUM", "SYM", "X");

    @ParameterizedTest
    @CsvSource({"be, be_hse, 0.93, 0.76", "ru, ru_gsd, 0.97, 0.88"})
    void theFormsOfAWordMeetAndFewOthers(String language, String file, double together, double right)
            throws IOException {
        Path words = Path.of("../shared/data/lemmas/" + file + "-ud-dev.conllu");
        Assumptions.assumeTrue(Files.exists(words), "without the shared data");
        Map<String, Set<String>> lemmas = lemmas(words);
        Map<String, Set<String>> forms = new TreeMap<>();
        lemmas.keySet()
                .forEach(word ->
                        forms.put(word, new TreeSet<>(WordAnalyzers.of(language).forms(word))));
        assertThat(share(pairs(lemmas), forms)).isGreaterThanOrEqualTo(together);
        assertThat(share(pairs(forms), lemmas)).isGreaterThanOrEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "мова мовы мове мову мовай мовам мовамі мовах",
                "справа справы справе справу справай справам справах",
                "адправа адправу адправай",
                "выява выяву выявы выяве",
                "дом дома дому домам доме",
                "расія расіі расію расіяй",
                "кіеў кіева кіеву кіевам кіеве",
                "дзень дні дня днём дзён",
                "ісці ідуць ішоў ідзе",
                "жыць жывуць жыве жыў",
                "сябар сябры сяброў",
                "вучань вучні вучняў",
                "акно вокны",
                "вока вочы",
                "імя імёны",
                "маці маткі",
                "асудзіць асуджаны асуджаных",
                "узнагародзіць узнагароджаны узнагароджаных",
                "арыштаваць арыштаваны арыштаваных",
                "галава галовы",
                "забіць забіты забітыя заб'юць",
                "есці ядуць",
                "браць бяру бяруць",
                "узяць возьме",
                "зямля зямель зямлі",
                "беларуска беларусак",
                "гімназістка гімназістак",
                "два дзве двух",
                "стол сталы",
                "добры лепшы",
                "час часоў",
                "зорка зорак",
                "прыняць прыняты прынятых прынятага прынятымі",
                "ўзяць узяты узятых возьмуць"
            })
    void theFormsOfACommonBelarusianWordMeet(String forms) {
        meet("be", forms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "child children",
                "mouse mice",
                "run ran running",
                "buy bought buys",
                "bus buses",
                "try tried tries trying",
                "virus viruses",
                "person people",
                "fly flies flew",
                "experiment experimented experimenting",
                "organization organized organise"
            })
    void theFormsOfAnEnglishWordMeet(String forms) {
        meet("en", forms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use us",
                "new news",
                "general generation",
                "import important",
                "custom customer",
                "university universal",
                "organ organization",
                "past paste",
                "author authority",
                "international internal"
            })
    void differentEnglishWordsDoNotMeet(String words) {
        WordAnalyzer analyzer = WordAnalyzers.of("en");
        List<String> both = List.of(words.split(" ", -1));
        assertThat(analyzer.forms(both.get(0))).doesNotContainAnyElementsOf(analyzer.forms(both.get(1)));
    }

    private static void meet(String language, String forms) {
        WordAnalyzer analyzer = WordAnalyzers.of(language);
        List<String> words = List.of(forms.split(" "));
        for (String word : words) {
            assertThat(analyzer.forms(word)).as(word).containsAnyElementsOf(analyzer.forms(words.get(0)));
        }
    }

    private static Map<String, Set<String>> lemmas(Path file) throws IOException {
        Map<String, Set<String>> lemmas = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 4 && columns[0].matches("[0-9]+") && !NO_WORDS.contains(columns[3])) {
                String form = columns[1].toLowerCase(java.util.Locale.ROOT);
                if (form.matches("[\\p{L}'’ʼ]+")) {
                    lemmas.computeIfAbsent(form, word -> new TreeSet<>())
                            .add(columns[2].toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return lemmas;
    }

    /** All pairs of words that have something in common. */
    private static Set<List<String>> pairs(Map<String, Set<String>> marks) {
        Map<String, List<String>> byMark = new TreeMap<>();
        marks.forEach((word, all) -> all.forEach(
                mark -> byMark.computeIfAbsent(mark, key -> new ArrayList<>()).add(word)));
        Set<List<String>> pairs = new HashSet<>();
        for (Collection<String> together : byMark.values()) {
            for (String one : together) {
                together.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .forEach(other -> pairs.add(List.of(one, other)));
            }
        }
        return pairs;
    }

    private static double share(Set<List<String>> pairs, Map<String, Set<String>> marks) {
        long shared = pairs.stream()
                .filter(pair -> !Collections.disjoint(marks.get(pair.get(0)), marks.get(pair.get(1))))
                .count();
        return (double) shared / pairs.size();
    }
}
