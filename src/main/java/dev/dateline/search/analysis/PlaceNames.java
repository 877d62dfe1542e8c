package dev.dateline.search.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places and organisations that each language calls otherwise: Нямеччына, Германия, Німеччина, Germany. Whoever asks in one
 * language finds what is written in another. What only sounds alike is for {@link NameSounds}.
 */
public final class PlaceNames {

    /** In the order of the table's columns. */
    private static final List<List<WordAnalyzer>> COLUMNS = List.of(
            List.of(WordAnalyzers.of("be")),
            List.of(WordAnalyzers.of("ru")),
            List.of(WordAnalyzers.of("uk")),
            List.of(WordAnalyzers.of("en")));

    /** What stands before stems that are those of common words too. */
    private static final String COMMON = "! ";

    private static final Map<String, Set<String>> BY_FORM = read();

    private PlaceNames() {}

    /** The base forms of all names of the place that a word of any language may mean; none for nearly every word. */
    public static Set<String> meantBy(String word) {
        return WordAnalyzers.of(Set.of()).stream()
                .flatMap(language -> language.wanted(word).stream())
                .flatMap(form -> BY_FORM.getOrDefault(form, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> byForm = new HashMap<>();
        List<String> lines = Resources.lines("place-names.txt");
        Set<String> common = lines.stream()
                .filter(line -> line.startsWith(COMMON))
                .flatMap(line -> Arrays.stream(line.substring(COMMON.length()).split(" ")))
                .collect(Collectors.toSet());
        for (String line : lines.stream().filter(one -> !one.startsWith(COMMON)).toList()) {
            String[] columns = line.split("\\|", -1);
            Set<String> names = new TreeSet<>();
            for (int column = 0; column < columns.length; column++) {
                for (WordAnalyzer language : COLUMNS.get(column)) {
                    Arrays.stream(columns[column].strip().split(" ", -1))
                            .filter(name -> !name.isEmpty())
                            .flatMap(name -> forms(name, language))
                            .filter(form ->
                                    form.charAt(0) != BelarusianStems.MARK || !common.contains(language.word(form)))
                            .forEach(names::add);
                }
            }
            names.forEach(
                    name -> byForm.computeIfAbsent(name, key -> new TreeSet<>()).addAll(names));
        }
        return byForm;
    }

    /** Its own base form, if it has one: Київ is no form of кий here. */
    private static Stream<String> forms(String name, WordAnalyzer language) {
        List<String> forms = language.wanted(name);
        List<String> same = forms.stream()
                .filter(form -> language.word(form).equalsIgnoreCase(name))
                .toList();
        return (same.isEmpty() ? forms : same).stream();
    }
}
