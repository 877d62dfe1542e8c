package dev.dateline.search.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How else a text can be read that was typed with the wrong keyboard layout, or in Latin letters for want of others. */
public final class MistypedText {

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final List<String> LAYOUTS = List.of(
            "йцукенгшщзхъфывапролджэячсмитьбюё",
            "йцукенгшўзх'фывапролджэячсмітьбюё",
            "йцукенгшщзхїфівапролджєячсмитьбю'");
    private static final LetterTable TRANSLITERATED = LetterTable.read("latin-to-cyrillic.txt");

    private MistypedText() {}

    /** Other readings, the likeliest first. */
    public static Set<String> readings(String text) {
        String letters = text.toLowerCase(Locale.ROOT);
        Set<String> readings = new LinkedHashSet<>();
        boolean isLatin =
                letters.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        for (String layout : LAYOUTS) {
            (isLatin ? typed(letters, LATIN_KEYS, layout) : typed(letters, layout, LATIN_KEYS))
                    .ifPresent(readings::add);
        }
        if (isLatin) {
            readings.add(TRANSLITERATED.replaceIn(letters));
        }
        readings.remove(letters);
        return readings;
    }

    /** Nothing when it has a letter for which the keyboard has no key: nobody typed it there. */
    private static Optional<String> typed(String text, String keys, String layout) {
        StringBuilder typed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int key = keys.indexOf(text.charAt(i));
            if (key >= 0) {
                typed.setCharAt(i, layout.charAt(key));
            } else if (Character.isLetter(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(typed.toString());
    }
}
