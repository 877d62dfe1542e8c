package dev.dateline.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What names sound like, so that one name meets itself in another language and alphabet: Тихановская, Ціханоўская,
 * Tsikhanouskaya, Cichanoŭskaja. Only consonants count, because vowels change most; those that one alphabet does not tell
 * apart are one; letters that are read now so and now so give several sounds.
 */
public final class NameSounds {

    /** Shorter ones are too many words at once. */
    private static final int SHORTEST = 3;

    private static final int MOST = 8;
    private static final String VOWELS = "аеёиіїоуыэюяйaeiouyjáéíóúäöü";
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{M}]{1,40}\\b");

    private static final LetterTable SOUNDS = LetterTable.read("name-sounds.txt");

    private NameSounds() {}

    /** Of all words in a text that begin with a capital letter. */
    public static Set<String> ofNames(String text, WordAnalyzer language) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names.stream()
                .flatMap(name -> of(name, language).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a word as it is written, and of its base forms. */
    public static Set<String> of(String word, WordAnalyzer language) {
        Set<String> sounds = new LinkedHashSet<>(of(word));
        language.wanted(word).forEach(form -> sounds.addAll(of(language.word(form))));
        return sounds;
    }

    private static Set<String> of(String word) {
        String letters = word.toLowerCase(Locale.ROOT);
        Set<String> sounds = new LinkedHashSet<>(Set.of(""));
        for (int at = 0; at < letters.length(); ) {
            String group = SOUNDS.group(letters, at);
            sounds = joined(sounds, group.isEmpty() ? vowel(letters, at) : SOUNDS.of(group));
            at += Math.max(1, group.length());
        }
        sounds.removeIf(sound -> sound.length() < SHORTEST);
        return sounds;
    }

    /** A first one is heard; ў may be written у and u. */
    private static List<String> vowel(String letters, int at) {
        boolean mayBeConsonant = "уu".indexOf(letters.charAt(at)) >= 0 && !isVowel(letters, at + 1);
        if (at == 0) {
            return mayBeConsonant ? List.of("a", "v") : isVowel(letters, 0) ? List.of("a") : List.of("");
        }
        return mayBeConsonant && isVowel(letters, at - 1) ? List.of("v", "") : List.of("");
    }

    private static boolean isVowel(String letters, int at) {
        return at < letters.length() && VOWELS.indexOf(letters.charAt(at)) >= 0;
    }

    /** Of two that are the same, one is heard. */
    private static Set<String> joined(Set<String> sounds, List<String> heard) {
        return sounds.stream()
                .flatMap(sound ->
                        heard.stream().map(next -> sound.endsWith(next) || next.isEmpty() ? sound : sound + next))
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
