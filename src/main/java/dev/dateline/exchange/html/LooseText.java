package dev.dateline.exchange.html;

import dev.dateline.content.LineBreaks;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

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

    private static boolean isAddress(String line) {
        return line.contains("://") && ADDRESS.matcher(line.strip()).matches();
    }

    /** Whether nothing else is shown on the line, before it or behind. */
    private static boolean isWhole(TextNode node, int line, int lines) {
        return (line > 0 || isAtAnEdge(node, node.previousSibling()))
                && (line < lines - 1 || isAtAnEdge(node, node.nextSibling()));
    }

    private static boolean isAtAnEdge(TextNode node, @Nullable Node beside) {
        Node edge = beside == null ? node.parent() : beside;
        return edge instanceof Element element
                && (LineBreaks.isBlock(element) || element.normalName().equals("body"));
    }

    void read(TextNode node) {
        List<String> lines = List.of(node.getWholeText().split("\\R", -1));
        for (int i = 0; i < lines.size(); i++) {
            boolean blank = lines.get(i).isBlank();
            if (blank && i > 0 && i < lines.size() - 1) {
                flush.run();
            } else if (i > 0 && classic) {
                inline.lineBreak();
            } else if (i > 0) {
                inline.text(" ");
            }
            if (classic && isAddress(lines.get(i)) && isWhole(node, i, lines.size())) {
                flush.run();
                inline.text(lines.get(i));
                flush.run();
            } else if (!blank || lines.size() == 1) {
                inline.text(lines.get(i));
            }
        }
    }
}
