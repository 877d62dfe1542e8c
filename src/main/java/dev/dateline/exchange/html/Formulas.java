package dev.dateline.exchange.html;

import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Formulas of MathML in a line of text: a half is 1/2, and a power stands above. */
final class Formulas {

    private final InlineWriter inline;
    private final Consumer<List<Node>> inside;
    private final HtmlNotes notes;

    Formulas(InlineWriter inline, Consumer<List<Node>> inside, HtmlNotes notes) {
        this.inline = inline;
        this.inside = inside;
        this.notes = notes;
    }

    void element(Element element) {
        switch (element.normalName()) {
            case "mfrac" -> {
                part(element, 0);
                inline.text("/");
                part(element, 1);
            }
            case "msup" -> beside(element, "sup");
            case "msub" -> beside(element, "sub");
            case "msqrt" -> within("√(", element, ")");
            case "annotation", "annotation-xml" -> notes.text("the source of a formula", element.text());
            default -> {
                notes.add("a formula became a line of text");
                within(" ", element, " ");
            }
        }
    }

    private void within(String before, Element element, String behind) {
        inline.text(before);
        inside.accept(element.childNodes());
        inline.text(behind);
    }

    private void beside(Element element, String mark) {
        part(element, 0);
        inline.open(mark, mark);
        part(element, 1);
        inline.close();
    }

    private void part(Element element, int index) {
        if (element.childrenSize() > index) {
            Element part = element.child(index);
            boolean isLong = part.normalName().equals("mrow") && part.childrenSize() > 1;
            within(isLong ? "(" : "", part, isLong ? ")" : "");
        }
    }
}
