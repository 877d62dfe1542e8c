package dev.dateline.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Belarusian is written in two orthographies, and also in Latin letters. The dictionary has the official one, so words of the
 * classical one (taraškievica) and of Łacinka are brought to it: by all changes that are usual, of which the dictionary then
 * knows one.
 */
final class BelarusianSpelling {

    private static final LetterTable LACINKA = LetterTable.read("lacinka.txt");
    private static final Pattern LATIN = Pattern.compile("[a-złŭšžčćśźń]+");
    private static final Pattern SOFT_SIGN = Pattern.compile("(?<=[зсцнл])ь(?=['бвгджзклмнпрстфхцчш])");
    private static final int MOST = 128;

    /** What is written now so and now so, where the first may have to become the second. */
    private static final List<Change> CHANGES = List.of(
            new Change("э", "е"),
            new Change("(?<=[зсцтдрлнмфбпвкгх])ы", "і"),
            new Change("ля", "ла"),
            new Change("лё", "ло"),
            new Change("лю", "лу"),
            new Change("ь(?=[яеёюі])", "'"),
            new Change("і(?=[юяе])", "'"),
            new Change("(?<=[тбд])ар$", "р"),
            new Change("з", "с"),
            new Change("т", "ф"),
            new Change("я", "е"),
            new Change("эу", "еў"));

    private record Change(Pattern from, String to) {

        Change(String from, String to) {
            this(Pattern.compile(from), to);
        }

        /** The word with the change made at one place, for each place. */
        void addTo(Set<String> words, String word) {
            Matcher matcher = from.matcher(word);
            while (matcher.find()) {
                words.add(word.substring(0, matcher.start()) + to + word.substring(matcher.end()));
            }
        }
    }

    private BelarusianSpelling() {}

    /** In Cyrillic letters. */
    static String cyrillic(String word) {
        if (!LATIN.matcher(word).matches()) {
            return word;
        }
        String letters = word.replaceAll("(?<=[bvdzmnprstf])j(?=[aeou])", "'j");
        return LACINKA.replaceIn(letters);
    }

    /** Without the soft signs that only the classical orthography writes. */
    static String withoutSofteningSigns(String word) {
        return SOFT_SIGN.matcher(word).replaceAll("");
    }

    /** How the word may be written in the official orthography, the fewest changes first. */
    static Set<String> variants(String word) {
        String plain = withoutSofteningSigns(word);
        Set<String> variants = new LinkedHashSet<>(List.of(plain));
        Set<String> last = variants;
        while (variants.size() < MOST && !last.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            last.forEach(one -> CHANGES.forEach(change -> change.addTo(next, one)));
            next.removeAll(variants);
            last = next;
            next.stream().limit(MOST - variants.size()).forEach(variants::add);
        }
        return variants;
    }

    /** What both orthographies have in common, for words that no dictionary knows. */
    static String common(String stem) {
        return stem.replaceAll("(?<=[зсцтдрлнм])ы", "і")
                .replace("ля", "ла")
                .replace("лё", "ло")
                .replace("лю", "лу")
                .replace('э', 'е');
    }
}
