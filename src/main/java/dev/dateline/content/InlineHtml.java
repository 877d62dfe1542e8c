package dev.dateline.content;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * Text with a few inline elements. Everything outside the allow list is taken out on the way in, so that what is stored
 * is what is served, and a front end may put it into a page as it is.
 */
public final class InlineHtml {

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "a", "abbr", "br", "cite", "code", "em", "i", "b", "mark", "q", "s", "small", "strong", "sub",
                    "sup", "u")
            .addAttributes("a", "href", "hreflang", "title")
            .addAttributes("abbr", "title")
            .addProtocols("a", "href", "http", "https", "mailto");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_~&!\\[\\]<>]");

    private static final Pattern BLOCK_MARK = Pattern.compile("(?m)^(\\s*)([#+=-])");
    private static final Pattern NUMBERED_MARK = Pattern.compile("(?m)^(\\s*[0-9]{1,9})([.)])");

    private InlineHtml() {}

    /** The allowed part of each; null stays null, for the constraints to find. */
    @SuppressWarnings("NullAway") // Jackson may hand over null, whatever the type says
    static List<String> sanitised(List<String> items) {
        return items == null ? null : items.stream().map(InlineHtml::sanitised).collect(Collectors.toList());
    }

    /**
     * The allowed part of a text; applying it twice changes nothing more, and null stays null. Blocks do this when they
     * are made, so that none can exist that holds anything else.
     */
    @SuppressWarnings("NullAway") // Jackson may hand over null, whatever the type says
    public static String sanitised(String html) {
        if (html == null) {
            return null;
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        return Jsoup.clean(
                html,
                "",
                ALLOWED,
                new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml));
    }

    /** Escapes plain text for a place where HTML is expected. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without markup; a line break for each {@code br}. */
    public static String text(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        return body.wholeText();
    }

    /** As CommonMark. */
    public static String markdown(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return withoutBlockMarks(escapedMarkdown(html));
        }
        StringBuilder out = new StringBuilder();
        children(Jsoup.parseBodyFragment(html).body(), out);
        return withoutBlockMarks(out.toString());
    }

    public static String escapedMarkdown(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** At the start of a line some characters would open a heading, a list, a rule or a quote. */
    private static String withoutBlockMarks(String markdown) {
        String marks = BLOCK_MARK.matcher(markdown).replaceAll("$1\\\\$2");
        return NUMBERED_MARK.matcher(marks).replaceAll("$1\\\\$2");
    }

    private static void children(Element element, StringBuilder out) {
        element.childNodes().forEach(child -> markdown(child, out));
    }

    private static void markdown(Node node, StringBuilder out) {
        if (node instanceof TextNode text) {
            out.append(escapedMarkdown(text.getWholeText()));
        } else if (node instanceof Element element) {
            switch (element.tagName()) {
                case "strong", "b" -> wrapped("**", element, out);
                case "em", "i", "cite" -> wrapped("*", element, out);
                case "code" -> code(element.wholeText(), out);
                case "br" -> out.append("\\\n");
                case "a" -> link(element, out);
                default -> children(element, out);
            }
        }
    }

    /** More backticks around than there are inside (CommonMark 6.1). */
    private static void code(String text, StringBuilder out) {
        StringBuilder fence = new StringBuilder("`");
        while (text.contains(fence)) {
            fence.append('`');
        }
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        out.append(fence).append(space).append(text).append(space).append(fence);
    }

    /** A mark counts only next to a word, so spaces inside it go outside (CommonMark 6.2). */
    private static void wrapped(String mark, Element element, StringBuilder out) {
        StringBuilder inside = new StringBuilder();
        children(element, inside);
        String text = inside.toString();
        String core = text.strip();
        if (core.isEmpty()) {
            out.append(text);
            return;
        }
        int start = text.indexOf(core);
        out.append(text, 0, start)
                .append(mark)
                .append(core)
                .append(mark)
                .append(text, start + core.length(), text.length());
    }

    private static void link(Element element, StringBuilder out) {
        if (element.attr("href").isEmpty()) {
            children(element, out);
            return;
        }
        out.append('[');
        children(element, out);
        out.append("](<")
                .append(element.attr("href").replace("<", "%3C").replace(">", "%3E"))
                .append(">)");
    }
}
