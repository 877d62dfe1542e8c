package dev.dateline.search.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            List.of(WordAnalyzers.of("en"), WordAnalyzers.plain()));

    private static final Map<String, Set<String>> BY_FORM = read();

    private PlaceNames() {}

    /** The base forms of all names of what may be meant by these base forms; none for nearly every word. */
    public static Set<String> meantBy(Collection<String> forms) {
        return forms.stream()
                .flatMap(form -> BY_FORM.getOrDefault(form, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> byForm = new HashMap<>();
        for (String line : Resources.lines("place-names.txt")) {
            String[] columns = line.split("\\|", -1);
            Set<String> names = new TreeSet<>();
            for (int column = 0; column < columns.length; column++) {
                for (WordAnalyzer language : COLUMNS.get(column)) {
                    Arrays.stream(columns[column].strip().split(" ", -1))
                            .flatMap(name -> forms(name, language))
                            .forEach(names::add);
                }
            }
            names.forEach(
                    name -> byForm.computeIfAbsent(name, key -> new TreeSet<>()).addAll(names));
        }
        return byForm;
    }

    /** Its own base form, if it has one: Вена is not a form of вен here. */
    private static Stream<String> forms(String name, WordAnalyzer language) {
        List<String> forms = language.wanted(name);
        String own = name.toLowerCase(Locale.ROOT);
        List<String> same =
                forms.stream().filter(form -> language.word(form).equals(own)).toList();
        return (same.isEmpty() ? forms : same).stream();
    }
}
