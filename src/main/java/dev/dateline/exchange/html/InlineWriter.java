package dev.dateline.exchange.html;

import dev.dateline.content.InlineHtml;
import dev.dateline.content.PlainText;
import dev.dateline.json.CanonicalText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gathers the inline HTML of a paragraph. Marks that are open when a paragraph ends go on in the next one; white space is
 * one space, and none of it, nor a line break, stands at the ends. A text too long for one paragraph is divided between
 * words, with its marks.
 */
final class InlineWriter {

    private static final int MAX_PARAGRAPH = 15_000;
    private static final int PIECE = 2_000;
    private static final Pattern WIDE = Pattern.compile(" {2,}");
    private static final Pattern WIDE_OR_FIRST = Pattern.compile("^ +| {2,}");

    private static final class Mark {
        private final String name;
        private final String tag;
        private boolean written;
        private boolean used;

        Mark(String name, String tag) {
            this.name = name;
            this.tag = tag;
        }
    }

    private final List<String> finished = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private final Deque<Mark> open = new ArrayDeque<>();
    private boolean visible;
    private boolean spaceDue;
    private int breaksDue;

    /** Text in which white space is one space. */
    void text(String text) {
        int from = 0;
        while (from < text.length()) {
            int at = from;
            while (at < text.length() && !isSpace(text.charAt(at))) {
                at++;
            }
            if (at > from) {
                words(text.substring(from, at));
            }
            if (at < text.length()) {
                spaceDue = true;
                at++;
            }
            from = at;
        }
    }

    /** Text as it stands, line by line, with its spaces. */
    void preformatted(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                lineBreak();
            }
            boolean begins = i > 0 || breaksDue > 0 || !visible;
            boolean ends = i < lines.length - 1;
            text(spaced((ends ? lines[i].stripTrailing() : lines[i]).replace("\t", "    "), begins));
        }
    }

    /** Where white space is more than the space between two words, it does not break. */
    private static String spaced(String line, boolean begins) {
        Pattern wide = begins ? WIDE_OR_FIRST : WIDE;
        return wide.matcher(line).replaceAll(run -> "\u00A0".repeat(run.group().length()));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private void words(String words) {
        for (String piece : PlainText.parts(words, PIECE)) {
            if (html.length() > MAX_PARAGRAPH) {
                finish();
            }
            before();
            html.append(InlineHtml.escapedText(piece));
            visible = visible || CanonicalText.isVisible(piece);
        }
    }

    /** What was due before the next word: breaks or a space, and the marks that it has. */
    private void before() {
        if (visible && breaksDue > 0) {
            html.append("<br>".repeat(breaksDue));
        } else if (spaceDue && visible) {
            html.append(' ');
        }
        breaksDue = 0;
        spaceDue = false;
        for (Iterator<Mark> marks = open.descendingIterator(); marks.hasNext(); ) {
            Mark mark = marks.next();
            if (!mark.written) {
                html.append('<').append(mark.tag).append('>');
                mark.written = true;
            }
            mark.used = true;
        }
    }

    void lineBreak() {
        breaksDue = Math.min(breaksDue + 1, 2);
        spaceDue = false;
    }

    /** @param tag what stands between the angle brackets */
    void open(String name, String tag) {
        open.push(new Mark(name, tag));
    }

    /** Whether anything had the mark that is closed. */
    boolean close() {
        Mark mark = open.pop();
        if (mark.written) {
            html.append("</").append(mark.name).append('>');
        }
        return mark.used;
    }

    private void finish() {
        open.stream().filter(mark -> mark.written).forEach(mark -> {
            html.append("</").append(mark.name).append('>');
            mark.written = false;
        });
        if (visible) {
            finished.add(html.toString());
        }
        html.setLength(0);
        visible = false;
        spaceDue = false;
        breaksDue = 0;
    }

    /** Ends the paragraph: what was gathered, nearly always one piece or none. */
    List<String> take() {
        finish();
        List<String> taken = List.copyOf(finished);
        finished.clear();
        return taken;
    }
}
