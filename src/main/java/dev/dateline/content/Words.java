package dev.dateline.content;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.EnumSet;
import java.util.Set;

/** Counts words and the time it takes to read them. */
public final class Words {

    /** Silent reading of non-fiction, rounded down for Cyrillic's longer words (Brysbaert 2019: 238 for English). */
    private static final int WORDS_A_MINUTE = 200;

    private static final String JOINING = "'’ʼ-";

    private static final Set<Character.UnicodeScript> UNSPACED = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private Words() {}

    /**
     * Runs of letters, their marks and digits; an apostrophe or hyphen between two of them does not end a word. Where words
     * are written without spaces between them, a dictionary finds them.
     */
    public static int count(String text) {
        return text.codePoints().anyMatch(Words::isWrittenWithoutSpaces) ? segments(text) : runs(text);
    }

    private static boolean isWrittenWithoutSpaces(int c) {
        return c > 0xE00 && Character.isLetter(c) && UNSPACED.contains(Character.UnicodeScript.of(c));
    }

    private static int segments(String text) {
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            count += words.getRuleStatus() >= BreakIterator.WORD_NUMBER ? 1 : 0;
        }
        return count;
    }

    private static int runs(String text) {
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean joins = inWord
                    && JOINING.indexOf(c) >= 0
                    && next < text.length()
                    && Character.isLetterOrDigit(text.codePointAt(next));
            boolean part = Character.isLetterOrDigit(c) || joins || (inWord && continues(c));
            count += part && !inWord ? 1 : 0;
            inWord = part;
            i = next;
        }
        return count;
    }

    /** Marks on a letter, and what nobody sees inside a word. */
    private static boolean continues(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Whole minutes, at least one when there is anything to read. */
    public static int readingMinutes(int words) {
        return (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    }
}
