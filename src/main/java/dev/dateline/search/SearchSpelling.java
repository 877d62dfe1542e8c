package dev.dateline.search;

import dev.dateline.search.analysis.MistypedText;
import dev.dateline.search.analysis.PlaceNames;
import dev.dateline.search.analysis.WordAnalyzer;
import dev.dateline.search.analysis.WordAnalyzers;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what was meant by a query with words that no article has: typed with the wrong keyboard layout, in Latin letters, or
 * with a mistake. It proposes only words of articles that are public now.
 */
final class SearchSpelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’ʼ\\[\\];,.`]{2,}");

    /** Who writes one knows what they write. */
    private static final Pattern OPERATOR = Pattern.compile("[*\"]|(^|\\s)-");

    /** On these keys other layouts have letters, and no word has one inside: ds,jhs is выборы. */
    private static final Pattern KEYS_OF_LETTERS =
            Pattern.compile("\\p{IsLatin}[\\[\\];,.]\\p{IsLatin}|(^|\\s)[\\[;,.]\\p{IsLatin}");

    /** Who writes one means no word that looks like it. */
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,5}");

    /** First letters that people write for one another; later ones are found as mistakes. */
    private static final Map<Character, String> LIKE = Map.of(
            'і', "ї", 'ї', "і", 'г', "ґ", 'ґ', "г", 'е', "єэё", 'є', "е", 'э', "е", 'ё', "е", 'у', "ў", 'ў', "у");

    private static final int SHORTEST = 4;

    /** A longer one is no mistyped word, and to compare it would take seconds. */
    private static final int LONGEST = 25;

    private static final int MOST_WORDS = 3;
    private static final int CANDIDATES = 20;
    private static final int MOST_MISTAKES = 2;

    private final IndexReading index;
    private final Collection<WordAnalyzer> languages;
    private final Function<String, Query> query;
    private final DirectSpellChecker checker = new DirectSpellChecker();
    private int tried;

    /** @param query what is looked for when such a text is searched, all of it */
    SearchSpelling(IndexReading index, Set<String> languages, Function<String, Query> query) {
        this.index = index;
        this.languages = WordAnalyzers.of(languages);
        this.query = query;
        checker.setMaxEdits(MOST_MISTAKES);
        checker.setMinPrefix(2); // the mark, and the first letter
        checker.setMinQueryLength(SHORTEST);
    }

    /** The text as it was meant, or null when every word of it is known or nothing near is. */
    @Nullable
    String meant(String text) throws IOException {
        boolean isKnown = isKnown(text) && !KEYS_OF_LETTERS.matcher(text).find();
        if (OPERATOR.matcher(text).find() || isKnown) {
            return null;
        }
        for (String other : MistypedText.readings(text)) {
            if (isWritten(other) && index.finds(query.apply(other))) {
                return other;
            }
        }
        String nearest = nearest(text);
        return nearest.equals(text) || !index.finds(query.apply(nearest)) ? null : nearest;
    }

    private boolean isKnown(String text) throws IOException {
        for (String word : WordAnalyzers.words(text)) {
            if (isOrdinary(word) && !isKnownWord(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each word is in some article, in this very form, and one is long enough to say so. */
    private boolean isWritten(String text) throws IOException {
        boolean isAny = false;
        for (String word : WordAnalyzers.words(text)) {
            if (isOrdinary(word)) {
                isAny = true;
                if (!isThere(SearchDocument.WORDS, WordAnalyzers.written(word))) {
                    return false;
                }
            }
        }
        return isAny;
    }

    private boolean isKnownWord(String word) throws IOException {
        for (WordAnalyzer language : languages) {
            for (String form : language.wanted(word)) {
                if (isThere(SearchDocument.ALL, form)) {
                    return true;
                }
            }
        }
        for (String name : PlaceNames.meantBy(word)) {
            if (isThere(SearchDocument.ALL, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThere(String field, String word) throws IOException {
        Term term = new Term(field, word);
        return index.searcher().getIndexReader().docFreq(term) > 0 && index.finds(new TermQuery(term));
    }

    private String nearest(String text) throws IOException {
        Matcher matcher = WORD.matcher(text);
        StringBuilder nearest = new StringBuilder();
        while (matcher.find()) {
            String word = matcher.group();
            boolean isStrange = isOrdinary(word) && !isKnown(word) && tried++ < MOST_WORDS;
            matcher.appendReplacement(nearest, Matcher.quoteReplacement(isStrange ? nearestWord(word) : word));
        }
        return matcher.appendTail(nearest).toString();
    }

    private static boolean isOrdinary(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST;
    }

    /** The word itself when there is none. */
    private String nearestWord(String word) throws IOException {
        if (ABBREVIATION.matcher(word).matches()) {
            return word;
        }
        for (char letter :
                LIKE.getOrDefault(Character.toLowerCase(word.charAt(0)), "").toCharArray()) {
            String other = letter + word.substring(1);
            if (isThere(SearchDocument.WORDS, WordAnalyzers.written(other))) {
                return other;
            }
        }
        Term term = new Term(SearchDocument.WORDS, WordAnalyzers.written(word));
        for (SuggestWord near : checker.suggestSimilar(
                term, CANDIDATES, index.searcher().getIndexReader(), SuggestMode.SUGGEST_ALWAYS)) {
            if (isThere(SearchDocument.WORDS, near.string)) {
                return near.string.substring(1);
            }
        }
        return word;
    }
}
