package dev.dateline.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query as people write it: words, {@code "phrases"}, {@code -not}, {@code OR}, {@code prefix*}. Nothing in it is an error: a
 * quotation mark without its second goes to the end, and what says nothing is left out.
 *
 * @param wanted groups of which one part each is wanted
 * @param unwanted what no article may have
 */
public record SearchWords(List<List<Part>> wanted, List<Part> unwanted) {

    /** The marks that telephones and editors put in the place of plain ones count in pairs. */
    private static final Pattern PART = Pattern.compile("(?<not>-?)(?:\"(?<phrase>[^\"]*)\"?|"
            + "(?<quoted>«[^«»]*»|»[^«»]*«|„[^„“”]*[“”]|“[^“”]*”|”[^“”]*”)|(?<word>[^\\s\"]+))");

    /** Many a keyboard has no apostrophe, and п"еса is a word. */
    private static final Pattern INSIDE_A_WORD = Pattern.compile("(?<=\\p{IsCyrillic})\"(?=\\p{IsCyrillic})");

    private static final int MOST = 50;
    private static final int MOST_OF_A_PART = 12;

    /**
     * A word, or a phrase.
     *
     * @param isPrefix whether it is how a word begins
     */
    public record Part(String text, boolean isPhrase, boolean isPrefix) {

        /** Its words, in their order. */
        public List<String> words() {
            List<String> words = WordAnalyzers.words(text);
            return words.subList(0, Math.min(words.size(), MOST_OF_A_PART));
        }

        /** Whether it is one of the words that nearly every text has. */
        public boolean saysLittle() {
            return !isPhrase && !isPrefix && WordAnalyzers.isFunctionWord(text);
        }
    }

    public static SearchWords parse(String query) {
        List<List<Part>> wanted = new ArrayList<>();
        List<Part> unwanted = new ArrayList<>();
        boolean or = false;
        Matcher matcher = PART.matcher(
                query.indexOf('"') == query.lastIndexOf('"')
                        ? INSIDE_A_WORD.matcher(query).replaceAll("'")
                        : query);
        for (int count = 0; count < MOST && matcher.find(); ) {
            String quoted = matcher.group("quoted");
            String phrase = quoted == null ? matcher.group("phrase") : quoted.substring(1, quoted.length() - 1);
            String word = matcher.group("word");
            if ("OR".equals(word) || "|".equals(word)) {
                or = !wanted.isEmpty();
                continue;
            }
            Part part = phrase != null ? new Part(phrase, true, false) : word(word);
            if (!matcher.group("not").isEmpty()) {
                unwanted.add(part);
            } else if (or) {
                wanted.get(wanted.size() - 1).add(part);
            } else {
                wanted.add(new ArrayList<>(List.of(part)));
            }
            or = false;
            count++;
        }
        return new SearchWords(wanted, unwanted);
    }

    private static Part word(String word) {
        boolean isPrefix = word.length() > 2 && word.endsWith("*");
        return new Part(isPrefix ? word.substring(0, word.length() - 1) : word, false, isPrefix);
    }
}
