package dev.dateline.search.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts stems in the place of Belarusian words; several at one place when a word may be a form of several. */
final class BelarusianStemFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> further = new ArrayDeque<>();
    private final BelarusianStems stems;

    BelarusianStemFilter(TokenStream words, BelarusianStems stems) {
        super(words);
        this.stems = stems;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (further.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            further.addAll(stems.of(term.toString()));
        } else {
            position.setPositionIncrement(0);
        }
        term.setEmpty().append(further.removeFirst());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        further.clear();
    }
}
