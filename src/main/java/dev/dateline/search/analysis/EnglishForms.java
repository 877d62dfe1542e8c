package dev.dateline.search.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** English by Porter's rules, after a list of the words that they do not know: mice, bought. */
final class EnglishForms {

    /** What stands before words that the rules take for forms of others: news is none of new. */
    private static final String APART = "= ";

    private final StemmerOverrideFilter.StemmerOverrideMap irregular = irregular();

    TokenStream of(TokenStream words) {
        return new PorterStemFilter(new StemmerOverrideFilter(words, irregular));
    }

    private static StemmerOverrideFilter.StemmerOverrideMap irregular() {
        StemmerOverrideFilter.Builder forms = new StemmerOverrideFilter.Builder();
        try {
            for (String line : Resources.lines("english-irregular.txt")) {
                boolean isApart = line.startsWith(APART);
                List<String> words = List.of((isApart ? line.substring(APART.length()) : line).split(" "));
                String stem = isApart ? words.get(0) : stem(words.get(0));
                for (String form : words.subList(isApart ? 0 : 1, words.size())) {
                    forms.add(form, stem);
                }
            }
            return forms.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(String word) throws IOException {
        Tokenizer whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        try (PorterStemFilter stems = new PorterStemFilter(whole)) {
            stems.reset();
            stems.incrementToken();
            return stems.getAttribute(CharTermAttribute.class).toString();
        }
    }
}
