package dev.dateline.content;

import dev.dateline.content.InlineRun.Kind;
import dev.dateline.content.InlineRun.Link;
import dev.dateline.content.InlineRun.Mark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads inline HTML as a browser shows it: white space is one space, none of it at the ends of a line; raised and lowered
 * figures stay so ({@code 10⁵}), and {@code q} has its quotation marks.
 */
final class InlineRuns {

    private final List<InlineRun> runs = new ArrayList<>();

    private InlineRuns() {}

    static List<InlineRun> of(String html) {
        InlineRuns reader = new InlineRuns();
        if (InlineHtml.isPlain(html)) {
            reader.add(Kind.TEXT, html, Set.of(), null);
        } else {
            reader.children(InlineHtml.parsed(html), Kind.TEXT, EnumSet.noneOf(Mark.class), null);
        }
        return reader.trimmed();
    }

    private void children(Element element, Kind kind, Set<Mark> marks, @Nullable Link link) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                add(kind, text.getWholeText(), marks, link);
            } else if (child instanceof Element inner) {
                element(inner, kind, marks, link);
            }
        }
    }

    private void element(Element element, Kind kind, Set<Mark> marks, @Nullable Link link) {
        switch (element.normalName()) {
            case "strong", "b" -> children(element, kind, with(marks, Mark.STRONG), link);
            case "em", "i", "cite" -> children(element, kind, with(marks, Mark.EMPHASIS), link);
            case "s" -> children(element, kind, with(marks, Mark.STRUCK), link);
            case "code" -> children(element, Kind.CODE, marks, link);
            case "br" -> add(Kind.BREAK, "\n", marks, link);
            case "sup" -> raised(element, "^(", RaisedText::raised, kind, marks, link);
            case "sub" -> raised(element, "_(", RaisedText::lowered, kind, marks, link);
            case "q" -> between("“", element, "”", kind, marks, link);
            case "a" -> {
                String address = element.attr("href");
                children(element, kind, marks, address.isEmpty() ? link : new Link(address));
            }
            default -> children(element, kind, marks, link);
        }
    }

    /** What has marks or links of its own keeps them. */
    private void raised(
            Element element,
            String start,
            UnaryOperator<String> figures,
            Kind kind,
            Set<Mark> marks,
            @Nullable Link link) {
        if (element.childrenSize() == 0) {
            add(kind, figures.apply(element.wholeText()), marks, link);
        } else {
            between(start, element, ")", kind, marks, link);
        }
    }

    private void between(String start, Element element, String end, Kind kind, Set<Mark> marks, @Nullable Link link) {
        add(kind, start, marks, link);
        children(element, kind, marks, link);
        add(kind, end, marks, link);
    }

    private static Set<Mark> with(Set<Mark> marks, Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return more;
    }

    private void add(Kind kind, String text, Set<Mark> marks, @Nullable Link link) {
        String collapsed = kind == Kind.BREAK ? text : collapsed(text);
        if (!collapsed.isEmpty()) {
            append(new InlineRun(kind, collapsed, marks, link));
        }
    }

    private static String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
            if (!white || !space) {
                collapsed.append(white ? ' ' : c);
            }
            space = white;
        }
        return collapsed.toString();
    }

    private void append(InlineRun run) {
        InlineRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        boolean afterSpace =
                last == null || last.kind() == Kind.BREAK || last.text().endsWith(" ");
        InlineRun added = afterSpace && run.text().startsWith(" ")
                ? run.withText(run.text().substring(1))
                : run;
        if (added.text().isEmpty()) {
            return;
        }
        if (added.kind() == Kind.BREAK) {
            dropSpaceAtTheEnd();
        }
        if (last != null && last.looksLike(added)) {
            runs.set(runs.size() - 1, last.withText(last.text() + added.text()));
        } else {
            runs.add(added);
        }
    }

    private void dropSpaceAtTheEnd() {
        if (runs.isEmpty()) {
            return;
        }
        InlineRun last = runs.get(runs.size() - 1);
        if (last.kind() != Kind.BREAK && last.text().endsWith(" ")) {
            String text = last.text().substring(0, last.text().length() - 1);
            runs.remove(runs.size() - 1);
            if (!text.isEmpty()) {
                runs.add(last.withText(text));
            }
        }
    }

    /** Without breaks and spaces at both ends. */
    private List<InlineRun> trimmed() {
        int size;
        do {
            size = runs.size();
            dropSpaceAtTheEnd();
            while (!runs.isEmpty() && runs.get(runs.size() - 1).kind() == Kind.BREAK) {
                runs.remove(runs.size() - 1);
            }
        } while (runs.size() < size);
        int first = 0;
        while (first < runs.size() && runs.get(first).kind() == Kind.BREAK) {
            first++;
        }
        return runs.subList(first, runs.size());
    }
}
