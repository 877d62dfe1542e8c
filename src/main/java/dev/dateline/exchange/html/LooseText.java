package dev.dateline.exchange.html;

import java.util.List;
import java.util.regex.Pattern;

/** Text outside of elements: a blank line ends the paragraph, and in classic text a line end is a line break. */
final class LooseText {

    /** Alone on its line it is what lies there, as WordPress shows it. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final InlineWriter inline;
    private final Runnable flush;
    private final boolean classic;

    /** @param flush ends a paragraph */
    LooseText(InlineWriter inline, Runnable flush, boolean classic) {
        this.inline = inline;
        this.flush = flush;
        this.classic = classic;
    }

    void read(String text) {
        List<String> lines = List.of(text.split("\\R", -1));
        for (int i = 0; i < lines.size(); i++) {
            boolean blank = lines.get(i).isBlank();
            if (blank && i > 0 && i < lines.size() - 1) {
                flush.run();
            } else if (i > 0 && classic) {
                inline.lineBreak();
            } else if (i > 0) {
                inline.text(" ");
            }
            if (classic && i > 0 && ADDRESS.matcher(lines.get(i).strip()).matches()) {
                flush.run();
                inline.text(lines.get(i));
                if (i < lines.size() - 1) {
                    flush.run();
                }
            } else if (!blank || lines.size() == 1) {
                inline.text(lines.get(i));
            }
        }
    }
}
