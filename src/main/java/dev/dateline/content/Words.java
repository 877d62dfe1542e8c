package dev.dateline.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts words and the time it takes to read them. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’ʼ-][\\p{L}\\p{N}]+)*");

    /** Silent reading of non-fiction, rounded down for Cyrillic's longer words (Brysbaert 2019: 238 for English). */
    private static final int WORDS_A_MINUTE = 200;

    private Words() {}

    public static int count(String text) {
        int count = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** Whole minutes, at least one when there is anything to read. */
    public static int readingMinutes(int words) {
        return (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    }
}
