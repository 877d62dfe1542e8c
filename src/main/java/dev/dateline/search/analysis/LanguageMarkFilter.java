package dev.dateline.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts a letter for the language before each base form, because the same letters may be another word elsewhere. */
final class LanguageMarkFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final char mark;

    LanguageMarkFilter(TokenStream forms, char mark) {
        super(forms);
        this.mark = mark;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int length = term.length();
        char[] letters = term.resizeBuffer(length + 1);
        System.arraycopy(letters, 0, letters, 1, length);
        letters[0] = mark;
        term.setLength(length + 1);
        return true;
    }
}
