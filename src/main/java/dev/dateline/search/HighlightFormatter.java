package dev.dateline.search;

import dev.dateline.content.InlineHtml;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Writes what was found as HTML: around the first words of each sentence, because some sentences never end. */
final class HighlightFormatter extends PassageFormatter {

    private static final String GAP = " … ";
    private static final int MOST_BEFORE = 120;
    private static final int MOST = 400;

    @Override
    public String format(Passage[] passages, String text) {
        return Stream.of(passages)
                .filter(passage -> passage.getNumMatches() > 0)
                .map(passage -> format(passage, text))
                .collect(Collectors.joining(GAP));
    }

    private static String format(Passage passage, String text) {
        int first = Arrays.stream(passage.getMatchStarts(), 0, passage.getNumMatches())
                .min()
                .orElseThrow();
        int from = start(passage.getStartOffset(), first, text);
        int to = end(from, passage.getEndOffset(), text);
        StringBuilder html = new StringBuilder(from > passage.getStartOffset() ? "… " : "");
        int written = from;
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int start = Math.max(passage.getMatchStarts()[i], written);
            int end = passage.getMatchEnds()[i];
            if (start < end && end <= to) {
                html.append(escaped(text, written, start))
                        .append("<mark>")
                        .append(escaped(text, start, end))
                        .append("</mark>");
                written = end;
            }
        }
        html.append(escaped(text, written, to));
        return html.append(to < passage.getEndOffset() ? " …" : "").toString();
    }

    private static String escaped(String text, int from, int to) {
        return InlineHtml.escaped(text.substring(from, to));
    }

    /** Behind a space where there is one, and never inside of a pair of surrogates. */
    private static int start(int start, int first, String text) {
        if (first - start <= MOST_BEFORE) {
            return start;
        }
        int cut = first - MOST_BEFORE;
        int space = text.indexOf(' ', cut);
        return space >= 0 && space < first ? space + 1 : whole(cut, text);
    }

    private static int end(int from, int end, String text) {
        if (end - from <= MOST) {
            return end;
        }
        int space = text.lastIndexOf(' ', from + MOST);
        return space > from + MOST_BEFORE + MOST_BEFORE ? space : whole(from + MOST, text);
    }

    private static int whole(int cut, String text) {
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }
}
