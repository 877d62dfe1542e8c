package dev.dateline.content;

/** Counts words and the time it takes to read them. */
public final class Words {

    /** Silent reading of non-fiction, rounded down for Cyrillic's longer words (Brysbaert 2019: 238 for English). */
    private static final int WORDS_A_MINUTE = 200;

    private static final String JOINING = "'’ʼ-";

    private Words() {}

    /** Runs of letters and digits; an apostrophe or hyphen between two of them does not end a word. */
    public static int count(String text) {
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean joins = inWord
                    && JOINING.indexOf(c) >= 0
                    && next < text.length()
                    && Character.isLetterOrDigit(text.codePointAt(next));
            boolean part = Character.isLetterOrDigit(c) || joins;
            count += part && !inWord ? 1 : 0;
            inWord = part;
            i = next;
        }
        return count;
    }

    /** Whole minutes, at least one when there is anything to read. */
    public static int readingMinutes(int words) {
        return (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    }
}
