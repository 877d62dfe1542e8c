package dev.dateline.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts a text into words and brings each to the form under which all its forms meet. What is written now so and now so is
 * folded first: kinds of apostrophe, ё and е, ў and у, stress marks, soft hyphens, case.
 */
public final class WordAnalyzer extends Analyzer {

    private static final NormalizeCharMap FOLDED = folded(true);
    private static final NormalizeCharMap KEPT = folded(false);

    private final UnaryOperator<TokenStream> forms;
    private final NormalizeCharMap map;

    /** @param forms brings folded words to their base forms */
    WordAnalyzer(UnaryOperator<TokenStream> forms) {
        this(forms, true);
    }

    WordAnalyzer(UnaryOperator<TokenStream> forms, boolean yo) {
        this.forms = forms;
        this.map = yo ? FOLDED : KEPT;
    }

    private static NormalizeCharMap folded(boolean yo) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        if (yo) {
            map.add("ё", "е");
            map.add("Ё", "Е");
        }
        map.add("’", "'");
        map.add("ʼ", "'");
        map.add("`", "'");
        map.add("\u00AD", "");
        map.add("\u0301", "");
        map.add("\u200B", "");
        map.add("\u200D", "");
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(map, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, forms.apply(new LowerCaseFilter(words)));
    }

    /** The base forms of a text's words, in their order. */
    public Set<String> forms(String text) {
        Set<String> found = new LinkedHashSet<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return found;
    }
}
