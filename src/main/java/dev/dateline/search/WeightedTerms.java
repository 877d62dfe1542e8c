package dev.dateline.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How often the words of an article stand in it, where a word in the headline counts for several in the text. So one field tells
 * how well an article matches (Robertson, Zaragoza, Taylor: "Simple BM25 Extension to Multiple Weighted Fields", 2004).
 */
final class WeightedTerms {

    /** So many characters of a base form are its root, as far as nobody knows better; the first is the language's mark. */
    private static final int ROOT_LENGTH = 6;

    private final Map<String, Integer> weights = new LinkedHashMap<>();

    void add(String term, int weight) {
        weights.merge(term, weight, Integer::sum);
    }

    /** Adds all that there is; the stream is reset before, and stays open. */
    void addAll(TokenStream stream, int weight) throws IOException {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
            add(term.toString(), weight);
        }
        stream.end();
    }

    /** The same with the beginnings of words. */
    WeightedTerms roots() {
        WeightedTerms roots = new WeightedTerms();
        weights.forEach((term, weight) -> roots.add(root(term), weight));
        return roots;
    }

    static String root(String form) {
        return form.length() <= ROOT_LENGTH ? form : form.substring(0, ROOT_LENGTH);
    }

    TokenStream stream() {
        return new FrequencyStream(weights);
    }
}
