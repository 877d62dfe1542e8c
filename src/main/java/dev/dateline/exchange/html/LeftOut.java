package dev.dateline.exchange.html;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Elements that have no place in an article, and of which only what they say and where they lead to is noted. */
final class LeftOut {

    private static final Set<String> ELEMENTS = Set.of(
            "form",
            "input",
            "select",
            "textarea",
            "button",
            "svg",
            "canvas",
            "template",
            "applet",
            "map",
            "dialog",
            "source",
            "track",
            "param");

    private static final Set<String> WORDS = Set.of(
            "alt",
            "value",
            "placeholder",
            "label",
            "title",
            "aria-label",
            "aria-description",
            "name",
            "srclang",
            "data");

    private final HtmlNotes notes;

    LeftOut(HtmlNotes notes) {
        this.notes = notes;
    }

    static boolean isLeftOut(String name) {
        return ELEMENTS.contains(name);
    }

    void element(Element element) {
        String name = "<" + element.normalName() + ">";
        notes.text(name, words(element));
        attributes(element, name);
    }

    /** What the attributes of an element and of all in it say. */
    void attributes(Element element, String name) {
        element.stream().forEach(inner -> inner.attributes().forEach(attribute -> attribute(attribute, name)));
    }

    private void attribute(Attribute attribute, String name) {
        String key = attribute.getKey();
        String value = attribute.getValue();
        boolean isAddress = key.matches("(?:.*[:-])?(?:href|src|url|poster|srcset)") || value.contains("//");
        if (isAddress && !value.isBlank()) {
            notes.address("what " + name + " refers to", value);
        } else if (WORDS.contains(key) && !value.isBlank()) {
            notes.text("what " + name + " says", value);
        }
    }

    /** The words of an element, those of different parts apart, and the comments in it. */
    static String words(Element element) {
        return element.nodeStream()
                .map(LeftOut::said)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String said(Node node) {
        return node instanceof TextNode text
                ? text.getWholeText()
                : node instanceof Comment comment
                        ? comment.getData()
                        : node instanceof DataNode data ? data.getWholeData() : "";
    }

    void script(Element element) {
        String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
        String data = element.data().strip();
        for (String said : List.of(address, data)) {
            if (!said.isEmpty() || (address.isEmpty() && data.isEmpty())) {
                notes.address("<" + element.normalName() + ">", said);
            }
        }
    }
}
