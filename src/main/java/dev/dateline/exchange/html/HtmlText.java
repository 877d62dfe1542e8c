package dev.dateline.exchange.html;

import dev.dateline.content.InlineHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of text that are kept: marks and links. */
final class HtmlText {

    /** Elements of text, and what they are here. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("b", "b"),
            Map.entry("strong", "strong"),
            Map.entry("em", "em"),
            Map.entry("i", "i"),
            Map.entry("cite", "cite"),
            Map.entry("code", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"),
            Map.entry("tt", "code"),
            Map.entry("var", "em"),
            Map.entry("dfn", "em"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("s", "s"),
            Map.entry("del", "s"),
            Map.entry("strike", "s"),
            Map.entry("ins", "u"),
            Map.entry("u", "u"),
            Map.entry("mark", "mark"),
            Map.entry("small", "small"),
            Map.entry("abbr", "abbr"),
            Map.entry("acronym", "abbr"),
            Map.entry("q", "q"));

    private final InlineWriter inline;
    private final Consumer<List<Node>> inside;
    private final HtmlNotes notes;

    HtmlText(InlineWriter inline, Consumer<List<Node>> inside, HtmlNotes notes) {
        this.inline = inline;
        this.inside = inside;
        this.notes = notes;
    }

    static boolean isMark(String name) {
        return MARKS.containsKey(name);
    }

    void mark(Element element) {
        marked(element, MARKS.getOrDefault(element.normalName(), "em"));
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
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (style.contains("line-through")) {
            marked(element, "s");
        } else if (style.matches(".*font-weight:(?:bold|[6-9]00).*")) {
            marked(element, "strong");
        } else if (style.contains("font-style:italic")) {
            marked(element, "em");
        } else {
            inside.accept(element.childNodes());
        }
    }
}
