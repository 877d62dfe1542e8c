package dev.dateline.search;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Gives each term once, and how often it counts. */
final class FrequencyStream extends TokenStream {

    private final Map<String, Integer> frequencies;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private Iterator<Map.Entry<String, Integer>> left;

    FrequencyStream(Map<String, Integer> frequencies) {
        this.frequencies = frequencies;
        this.left = frequencies.entrySet().iterator();
    }

    @Override
    public void reset() {
        left = frequencies.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) {
            return false;
        }
        clearAttributes();
        Map.Entry<String, Integer> next = left.next();
        term.append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
