package dev.dateline.editorial;

import dev.dateline.content.LanguageTag.Languages;
import dev.dateline.problem.Problem;
import java.util.Map;
import java.util.TreeMap;

/** Texts by language, as editors send them. */
public final class ByLanguage {

    private ByLanguage() {}

    /**
     * Under canonical language tags.
     *
     * @param pointer of the object that was sent
     * @throws Problem {@code invalid-input} when two tags name one language
     */
    public static Map<String, String> canonical(Map<String, String> texts, String pointer) {
        Map<String, String> canonical = new TreeMap<>();
        texts.forEach((language, text) -> {
            if (canonical.put(Languages.canonical(language), text) != null) {
                throw Problem.invalid(
                        pointer + "/" + language, "must not be given twice, in two forms of one language");
            }
        });
        return canonical;
    }
}
