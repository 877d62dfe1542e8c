package dev.dateline.tag;

import com.ibm.icu.lang.UCharacter;
import dev.dateline.content.TagType;
import dev.dateline.json.CanonicalText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How names of tags are compared. */
final class TagName {

    /** Guillemets, brackets and hyphens too begin a word; an apostrophe belongs to it. */
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}’]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final String APOSTROPHES = "['’ʼ`]";

    /** Where it is a letter's own, as in é, it is a part of the letter by now. */
    private static final String STRESS = "\u0301";

    private TagName() {}

    /** What no other tag under the same parents may have: type, language and name, in one case and in NFC, without what people
     * do not see or type otherwise. */
    static List<String> keys(TagType type, Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> type + " " + name.getKey() + " " + comparable(name.getValue()))
                .sorted()
                .toList();
    }

    private static String comparable(String name) {
        String visible = CanonicalText.visible(name).replaceAll(APOSTROPHES, "’");
        String plain = SPACE.matcher(visible).replaceAll(" ").strip();
        return Normalizer.normalize(UCharacter.foldCase(plain, true), Normalizer.Form.NFC)
                .replace(STRESS, "");
    }

    /**
     * As people type it: in lower case, without ё, with one kind of apostrophe and one space before each word, so that the
     * beginning of any word can be looked for. Empty without a word.
     */
    static String folded(String text) {
        String typed = Normalizer.normalize(CanonicalText.visible(text), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll(APOSTROPHES, "’")
                .replace(STRESS, "");
        String words = NO_WORD.matcher(typed).replaceAll(" ").strip();
        return words.isEmpty() ? "" : " " + words;
    }
}
