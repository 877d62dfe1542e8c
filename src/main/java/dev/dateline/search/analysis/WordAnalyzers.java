package dev.dateline.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;

/**
 * How each language's words are brought to their base forms: Russian and Ukrainian by dictionary, English by {@link EnglishForms},
 * Belarusian by {@link BelarusianStems}. Words of other languages are compared as they are. Marks on Latin
 * letters may be left out by who looks for a word (café, cafe), but not in Belarusian, whose Latin alphabet needs them.
 */
public final class WordAnalyzers {

    private static final WordAnalyzer PLAIN = new WordAnalyzer('x', WordAnalyzers::withAndWithoutMarks, true);

    private static final WordAnalyzer WRITTEN = new WordAnalyzer('x', words -> words, true);
    private static final WordAnalyzer BARE = new WordAnalyzer('x', BareWordFilter::new, true);

    /** Leaves ё as it is, for each language to fold it or not. */
    private static final WordAnalyzer SPLIT = new WordAnalyzer('x', words -> words, false);

    private static final Map<String, WordAnalyzer> BY_LANGUAGE =
            new TreeMap<>(Map.of("ru", russian(), "be", belarusian(), "uk", ukrainian(), "en", english()));
    private static final Set<String> FUNCTION_WORDS = Resources.lines("function-words.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toSet());
    private static final List<WordAnalyzer> ALL =
            Stream.concat(BY_LANGUAGE.values().stream(), Stream.of(PLAIN)).toList();

    private WordAnalyzers() {}

    private static WordAnalyzer russian() {
        Dictionary dictionary = dictionary("/org/languagetool/resource/ru/russian.dict");
        return new WordAnalyzer(
                'r',
                words -> new UnknownRussianFilter(new MorfologikFilter(withAndWithoutMarks(words), dictionary)),
                true);
    }

    private static WordAnalyzer belarusian() {
        BelarusianStems stems = new BelarusianStems();
        return new WordAnalyzer(BelarusianStems.MARK, words -> new BelarusianStemFilter(words, stems), false);
    }

    private static WordAnalyzer ukrainian() {
        Dictionary dictionary = dictionary("/ua/net/nlp/ukrainian.dict");
        return new WordAnalyzer('u', words -> new MorfologikFilter(withAndWithoutMarks(words), dictionary), true);
    }

    private static WordAnalyzer english() {
        EnglishForms forms = new EnglishForms();
        return new WordAnalyzer('e', words -> forms.of(withAndWithoutMarks(words)), true);
    }

    private static TokenStream withAndWithoutMarks(TokenStream words) {
        return new ASCIIFoldingFilter(words, true);
    }

    private static Dictionary dictionary(String resource) {
        URL address = Objects.requireNonNull(WordAnalyzers.class.getResource(resource));
        try {
            return Dictionary.read(address);
        } catch (IOException e) {
            throw new UncheckedIOException("A dictionary of the program cannot be read", e);
        }
    }

    /** Brings words to lower case and leaves them as they are otherwise. */
    public static WordAnalyzer plain() {
        return PLAIN;
    }

    /** The same, but a word with marks on Latin letters only as it is written. */
    public static WordAnalyzer written() {
        return WRITTEN;
    }

    /** Only words with marks on Latin letters, each without them. */
    public static WordAnalyzer bare() {
        return BARE;
    }

    /** A word as {@link #written()} writes it, after its mark. */
    public static String written(String word) {
        return WRITTEN.forms(word).stream().findFirst().orElse(String.valueOf(WRITTEN.mark()));
    }

    /** By the language proper: {@code be-tarask} is read as {@code be}. */
    public static WordAnalyzer of(String language) {
        return BY_LANGUAGE.getOrDefault(language.split("-", 2)[0], PLAIN);
    }

    /** Of these languages, or of all when there are none. */
    public static Collection<WordAnalyzer> of(Set<String> languages) {
        return languages.isEmpty()
                ? ALL
                : languages.stream().map(WordAnalyzers::of).distinct().toList();
    }

    /** Whether a query means other words more, as long as it has any. */
    public static boolean isFunctionWord(String text) {
        return FUNCTION_WORDS.containsAll(words(text));
    }

    /** Words as they are written, but in lower case. */
    public static List<String> words(String text) {
        return SPLIT.forms(text).stream().map(word -> word.substring(1)).toList();
    }
}
