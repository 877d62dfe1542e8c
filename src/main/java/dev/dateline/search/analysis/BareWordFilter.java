package dev.dateline.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Of the words with marks on Latin letters, each without them; no other word. */
final class BareWordFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    BareWordFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            String word = term.toString();
            String bare = WordAnalyzer.withoutMarks(word);
            if (!bare.equals(word)) {
                term.setEmpty().append(bare);
                return true;
            }
        }
        return false;
    }
}
