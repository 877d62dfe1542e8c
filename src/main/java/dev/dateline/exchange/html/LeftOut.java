package dev.dateline.exchange.html;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Elements that have no place in an article, and of which only the words and addresses are noted. */
final class LeftOut {

    private static final Set<String> ELEMENTS = Set.of(
            "form", "input", "select", "textarea", "button", "svg", "canvas", "template", "applet", "map", "dialog");

    private final HtmlNotes notes;

    LeftOut(HtmlNotes notes) {
        this.notes = notes;
    }

    static boolean isLeftOut(String name) {
        return ELEMENTS.contains(name);
    }

    void element(Element element) {
        notes.text("<" + element.normalName() + ">", element.text());
        for (Element inner : element.select("[alt], [value], [placeholder], [label], [title], [aria-label]")) {
            for (String name : List.of("alt", "value", "placeholder", "label", "title", "aria-label")) {
                if (!inner.attr(name).isBlank()) {
                    notes.text("what <" + element.normalName() + "> says", inner.attr(name));
                }
            }
        }
        for (Element inner : element.select("[href], [src], [data-src], [poster]")) {
            for (String name : List.of("href", "src", "data-src", "poster")) {
                if (inner.hasAttr(name)) {
                    notes.address("what <" + element.normalName() + "> refers to", inner.attr(name));
                }
            }
        }
    }

    void script(Element element) {
        String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
        notes.address(
                "<" + element.normalName() + ">",
                address.isEmpty() ? element.data().strip() : address);
    }
}
