package dev.dateline.content;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Puts a line break where a block ends inside what will be inline text, so that two paragraphs do not become one word. */
public final class LineBreaks implements NodeVisitor {

    // not jsoup's own list, which also counts ins, del, svg and video, and those stand in sentences
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "xmp");

    private boolean anything;
    private boolean due;

    private LineBreaks() {}

    static void betweenBlocks(Element body) {
        if (body.stream().anyMatch(LineBreaks::isBlock)) {
            body.traverse(new LineBreaks());
        }
    }

    public static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && !text.isBlank()) {
            if (due) {
                before(text);
            }
            due = false;
            anything = true;
        } else if (node instanceof Element element) {
            if (isBlock(element)) {
                due = anything;
            } else if (element.normalName().equals("br")) {
                due = false;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && isBlock(element)) {
            due = anything;
        }
    }

    /** Before the outermost inline element that begins with the text, so that the break is in none of them. */
    private static void before(TextNode text) {
        Node place = text;
        while (place.parent() instanceof Element parent
                && place.previousSibling() == null
                && !isBlock(parent)
                && !parent.normalName().equals("body")) {
            place = parent;
        }
        place.before(new Element("br"));
    }
}
