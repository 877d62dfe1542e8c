package dev.dateline.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts a text into words and brings each to the form under which all its forms meet. What is written now so and now so is
 * folded first: kinds of apostrophe, stress marks, soft hyphens, joined letters, case, and ё where people write е for it.
 */
public final class WordAnalyzer extends Analyzer {

    /** Stress marks, soft hyphens, joiners, and marks of direction, as they come with what is pasted. */
    private static final List<String> UNSEEN = Stream.of(
                    IntStream.of(0x0301, 0x00AD, 0x034F, 0x180E, 0xFEFF),
                    IntStream.rangeClosed(0x200B, 0x200F),
                    IntStream.rangeClosed(0x202A, 0x202E),
                    IntStream.rangeClosed(0x2060, 0x2069))
            .flatMapToInt(Function.identity())
            .mapToObj(Character::toString)
            .toList();

    private static final List<String> APOSTROPHES =
            List.of("\u2018", "\u2019", "\u02B9", "\u02BC", "\u2032", "\u00B4", "`");

    /** Letters of full width, and those that a typesetter has joined. */
    private static final List<String> COMPATIBLE = IntStream.concat(
                    IntStream.rangeClosed(0xFF01, 0xFF5E), IntStream.rangeClosed(0xFB00, 0xFB06))
            .mapToObj(Character::toString)
            .toList();

    private final NormalizeCharMap folded;
    private final UnaryOperator<TokenStream> forms;
    private final char mark;

    /**
     * @param mark a letter that stands before each form, different for each language
     * @param forms brings folded words to their base forms
     * @param foldsYo whether ё is read as е: not in Belarusian, which always writes it
     */
    WordAnalyzer(char mark, UnaryOperator<TokenStream> forms, boolean foldsYo) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.mark = mark;
        this.forms = forms;
        this.folded = folded(foldsYo);
    }

    private static NormalizeCharMap folded(boolean foldsYo) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        if (foldsYo) {
            map.add("ё", "е");
            map.add("Ё", "Е");
        }
        APOSTROPHES.forEach(apostrophe -> map.add(apostrophe, "'"));
        COMPATIBLE.forEach(letter -> map.add(letter, Normalizer.normalize(letter, Normalizer.Form.NFKC)));
        UNSEEN.forEach(unseen -> map.add(unseen, ""));
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(folded, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(
                words,
                new LanguageMarkFilter(forms.apply(new EnglishPossessiveFilter(new LowerCaseFilter(words))), mark));
    }

    /** A base form without its mark, and without what else is no letter of it. */
    String word(String form) {
        return mark == BelarusianStems.MARK ? form.substring(1, form.length() - 1) : form.substring(1);
    }

    /** The base forms by which a word is looked for. Whoever writes marks on Latin letters means them; whoever leaves them out may. */
    public List<String> wanted(String word) {
        String written = word.toLowerCase(Locale.ROOT);
        String bare = withoutMarks(written);
        if (bare.equals(written) || mark == BelarusianStems.MARK) {
            return forms(word);
        }
        List<String> unwanted = forms(bare);
        return forms(word).stream().filter(form -> !unwanted.contains(form)).toList();
    }

    static String withoutMarks(String word) {
        char[] bare = new char[4 * word.length()]; // ﬃ becomes three letters
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, bare, 0, word.length());
        return new String(bare, 0, length);
    }

    /** What stands before every form. */
    public char mark() {
        return mark;
    }

    /**
     * The base forms of a text's words, in their order, each after the mark; several of a word that may be a form of several.
     */
    public List<String> forms(String text) {
        List<String> found = new ArrayList<>();
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
