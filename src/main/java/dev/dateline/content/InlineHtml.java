package dev.dateline.content;

import dev.dateline.json.CanonicalText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Text with a few inline elements. Everything outside the allow list is taken out on the way in, so that what is stored
 * is what is served, and a front end may put it into a page as it is. The words of what is taken out stay, and a line break
 * stands where a block ended.
 */
public final class InlineHtml {

    /** The longest text of a block. */
    public static final int MAX_LENGTH = 20_000;

    /** Longer markup is not parsed, because parsing is what costs time. It is kept as text, which is too long for a block. */
    static final int MAX_READ = 2 * MAX_LENGTH;

    private static final int MAX_DEPTH = 30;

    static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "a", "abbr", "br", "cite", "code", "em", "i", "b", "mark", "q", "s", "small", "strong", "sub",
                    "sup", "u")
            .addAttributes("a", "href", "hreflang", "title")
            .addAttributes("abbr", "title")
            .addProtocols("a", "href", "http", "https", "mailto", "tel");

    private static final Pattern ELEMENT =
            Pattern.compile("</?(a|abbr|b|br|cite|code|em|i|mark|q|s|small|strong|sub|sup|u)( [^>]*)?>");

    private InlineHtml() {}

    /** The allowed part of each; null stays null, for the constraints to find. */
    @SuppressWarnings("NullAway") // Jackson may hand over null, whatever the type says
    static List<String> sanitised(List<String> items) {
        return items == null ? null : items.stream().map(InlineHtml::sanitised).collect(Collectors.toList());
    }

    /**
     * The allowed part of a text; applying it twice changes nothing more, and null stays null. Blocks do this when they
     * are made, so that none can exist that holds anything else. A text in which a reader sees nothing is empty.
     */
    @SuppressWarnings("NullAway") // Jackson may hand over null, whatever the type says
    public static String sanitised(String html) {
        if (html == null || isPlain(html)) {
            return html;
        }
        if (html.length() > MAX_READ) {
            return escaped(html);
        }
        Document document = document(html);
        InlineMarks.unify(document.body());
        setApart(document.body());
        LineBreaks.betweenBlocks(document.body());
        Document clean = new Cleaner(ALLOWED).clean(document);
        clean.body().stream().filter(InlineHtml::isForeign).toList().forEach(InlineHtml::asHtml);
        clean.select("a:not([href]), a a").unwrap(); // it leads nowhere, or would not be read so again
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return CanonicalText.isVisible(clean.body().wholeText()) ? clean.body().html() : "";
    }

    /** What is no part of the sentence that it stands in does not touch it; what stands above a word stands behind it. */
    private static void setApart(Element body) {
        body.select("button, textarea, noscript, svg text").forEach(element -> {
            element.before(new TextNode(" "));
            element.after(new TextNode(" "));
        });
        body.select("xmp, noembed, noframes, plaintext")
                .forEach(element ->
                        element.dataNodes().forEach(data -> data.replaceWith(new TextNode(data.getWholeData()))));
        body.select("ruby:not(:has(rp)) rt").forEach(reading -> {
            reading.prependText(" (");
            reading.appendText(")");
        });
    }

    /** A link in a drawing would be written as one without an end, which leads all that follows. */
    private static void asHtml(Element element) {
        Element same = new Element(element.normalName());
        same.attributes().addAll(element.attributes());
        List.copyOf(element.childNodes()).forEach(same::appendChild);
        element.replaceWith(same);
    }

    private static boolean isForeign(Element element) {
        return !element.tag().namespace().equals(Parser.NamespaceHtml);
    }

    private static Document document(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        try {
            document.body()
                    .insertChildren(0, parser.parseFragmentInput(UnfinishedTags.mended(html), document.body(), ""));
        } catch (IndexOutOfBoundsException deepTables) { // jsoup 1.22 cannot restore the marks of some: they are text
            document.body().appendText(html);
        }
        return document;
    }

    /** What a browser makes of it. */
    static Element parsed(String html) {
        return document(html).body();
    }

    /** The text alone of what has been sanitised, for finding words in it: character references stay as they are. */
    public static String withoutElements(String html) {
        return isPlain(html) ? html : ELEMENT.matcher(html.replace("<br>", " ")).replaceAll("");
    }

    static boolean isPlain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0;
    }

    /** Escapes plain text for a place where HTML is expected, also between quotation marks. */
    public static String escaped(String text) {
        return escapedText(text).replace("\"", "&quot;");
    }

    /** Escapes plain text that stands between elements, as it is stored. */
    public static String escapedText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
