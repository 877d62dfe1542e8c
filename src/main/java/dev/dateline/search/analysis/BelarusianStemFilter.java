package dev.dateline.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Brings Belarusian words to a stem. */
final class BelarusianStemFilter extends TokenFilter {

    static final BelarusianStem STEM = new BelarusianStem(words());

    private static java.util.function.Predicate<String> words() {
        try (java.io.InputStream in = BelarusianStemFilter.class.getResourceAsStream("/org/languagetool/resource/be/hunspell/be_BY.dict")) {
            morfologik.fsa.FSA fsa = morfologik.fsa.FSA.read(in);
            return word -> {
                byte[] b = word.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                int kind = new morfologik.fsa.FSATraversal(fsa).match(b).kind;
                return kind == morfologik.fsa.MatchResult.EXACT_MATCH || kind == morfologik.fsa.MatchResult.SEQUENCE_IS_A_PREFIX && false;
            };
        } catch (IOException e) { throw new java.io.UncheckedIOException(e); }
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    BelarusianStemFilter(TokenStream words) {
        super(words);
    }

    private final java.util.Deque<String> more = new java.util.ArrayDeque<>();
    private final org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute position =
            addAttribute(org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute.class);

    @Override
    public boolean incrementToken() throws IOException {
        if (more.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            more.addAll(STEM.of(term.toString()));
        } else {
            position.setPositionIncrement(0);
        }
        term.setEmpty().append(more.removeFirst());
        return true;
    }
}
