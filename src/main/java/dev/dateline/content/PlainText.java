package dev.dateline.content;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts text where a reader would: between words, and if a word is too long, between characters as they are seen. */
public final class PlainText {

    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /** A text of at most so many characters; what was longer ends in an ellipsis. */
    public static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, end(text, 0, most - ELLIPSIS.length())).stripTrailing() + ELLIPSIS;
    }

    /** The same text in parts of at most so many characters; joined, they are the text. */
    public static List<String> parts(String text, int most) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > most) {
            int end = end(text, from, from + most);
            parts.add(text.substring(from, end));
            from = end;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Only what may be in the part is looked at, so that the whole takes no longer than its length. */
    private static int end(String text, int from, int most) {
        String part = text.substring(from, Math.min(text.length(), most + 1));
        int line = before(BreakIterator.getLineInstance(ULocale.ROOT), part, most - from);
        if (line > 0) {
            return from + line;
        }
        int character = before(BreakIterator.getCharacterInstance(ULocale.ROOT), part, most - from);
        return from + (character > 0 ? character : most - from);
    }

    private static int before(BreakIterator places, String text, int most) {
        places.setText(text);
        return places.isBoundary(most) ? most : places.preceding(most);
    }
}
