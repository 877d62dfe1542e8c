package dev.dateline.search.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The base forms of words, where all languages lie together: without the marks that tell them apart, so that a word which is
 * its own base form is one entry and not two. Only Belarusian stems keep theirs, because they are no words. A dictionary is slow
 * and a newsroom's words are few, so the forms of common ones are remembered.
 */
public final class WordForms {

    private static final int MOST = 20_000;

    private static final Cache<String, List<String>> COMMON =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private WordForms() {}

    /**
     * Of words in a language, and the words as they are written, for those who look for how one begins. Each is there once.
     *
     * @param language null when it may be any
     */
    public static Set<String> of(@Nullable String language, Stream<String> texts) {
        Collection<WordAnalyzer> analyzers = WordAnalyzers.of(language == null ? Set.of() : Set.of(language));
        Set<String> words = new LinkedHashSet<>();
        texts.forEach(text -> words.addAll(WordAnalyzers.words(text)));
        Set<String> forms = new LinkedHashSet<>();
        words.forEach(word -> analyzers.forEach(analyzer -> forms.addAll(forms(word, analyzer))));
        return forms;
    }

    private static List<String> forms(String word, WordAnalyzer analyzer) {
        String key = analyzer.mark() + word;
        List<String> known = COMMON.getIfPresent(key);
        if (known == null) {
            WordAnalyzer plain = WordAnalyzers.plain();
            known = Stream.concat(unmarked(analyzer.forms(word), analyzer), unmarked(plain.forms(word), plain))
                    .distinct()
                    .toList();
            COMMON.put(key, known);
        }
        return known;
    }

    /** Of a word that is looked for, in every language. */
    public static Stream<String> wanted(String word) {
        return WordAnalyzers.of(Set.of()).stream()
                .flatMap(language -> unmarked(language.wanted(word), language))
                .distinct();
    }

    /** How words begin that begin like this one. */
    public static String beginning(String word) {
        return WordAnalyzers.written(word).substring(1);
    }

    private static Stream<String> unmarked(List<String> forms, WordAnalyzer analyzer) {
        boolean isStem = analyzer.mark() == BelarusianStems.MARK; // without its mark it would be some other word
        return forms.stream().map(form -> isStem ? form : analyzer.word(form)).filter(form -> !form.isEmpty());
    }
}
