package dev.dateline.exchange.html;

import dev.dateline.content.InlineHtml;
import dev.dateline.content.InlineMarks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of text that are kept: marks and links. */
final class HtmlText {

    /** Elements of text, as {@link InlineMarks} keeps them. */
    private static final Set<String> MARKS =
            Set.of("b", "strong", "em", "i", "cite", "code", "sub", "sup", "s", "u", "mark", "small", "abbr", "q");

    private final InlineWriter inline;
    private final Consumer<List<Node>> inside;
    private final HtmlNotes notes;

    HtmlText(InlineWriter inline, Consumer<List<Node>> inside, HtmlNotes notes) {
        this.inline = inline;
        this.inside = inside;
        this.notes = notes;
    }

    static boolean isMark(String name) {
        return MARKS.contains(InlineMarks.of(name));
    }

    void mark(Element element) {
        String mark = InlineMarks.of(element.normalName());
        if (isUndone(mark, style(element))) {
            inside.accept(element.childNodes());
        } else {
            marked(element, mark);
        }
    }

    /** What is pasted out of some programs is in an element whose style says the opposite. */
    private static boolean isUndone(String mark, String style) {
        return switch (mark) {
            case "b", "strong" -> style.matches(".*font-weight:(?:normal|[1-5]00).*");
            case "i", "em" -> style.contains("font-style:normal");
            case "u", "s" -> style.contains("text-decoration:none");
            default -> false;
        };
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private void marked(Element element, String mark) {
        String title = mark.equals("abbr") ? element.attr("title") : "";
        inline.open(mark, title.isEmpty() ? mark : mark + " title=\"" + attribute(title) + "\"");
        inside.accept(element.childNodes());
        inline.close();
    }

    private static String attribute(String value) {
        return InlineHtml.escaped(value);
    }

    void link(Element element) {
        if (element.className().contains("button")) {
            inline.text(" "); // it stands apart from the words before it
        }
        Optional<String> address = Addresses.link(element);
        if (address.isEmpty()) {
            if (element.hasAttr("href")) {
                notes.address("a link that leads nowhere outside its page", element.attr("href"));
            }
            inside.accept(element.childNodes());
            return;
        }
        String title = element.attr("title");
        inline.open(
                "a",
                "a href=\"" + attribute(address.get()) + "\""
                        + (title.isEmpty() ? "" : " title=\"" + attribute(title) + "\""));
        inside.accept(element.childNodes());
        if (!inline.close()) {
            notes.address("a link around no words", element.attr("href"));
            if (!title.isEmpty()) {
                notes.text("the title of a link around no words", title);
            }
        }
    }

    /** What a style says that an element would. */
    void styled(Element element) {
        String style = style(element);
        if (style.contains("line-through")) {
            marked(element, "s");
        } else if (style.matches(".*font-weight:(?:bold|[6-9]00).*")) {
            marked(element, "strong");
        } else if (style.contains("font-style:italic")) {
            marked(element, "em");
        } else if (style.matches(".*text-decoration(?:-line)?:[a-z#0-9 ]*underline.*")) {
            marked(element, "u");
        } else {
            inside.accept(element.childNodes());
        }
    }
}
