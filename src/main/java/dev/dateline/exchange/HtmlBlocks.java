package dev.dateline.exchange;

import dev.dateline.content.Attribution;
import dev.dateline.content.Block;
import dev.dateline.content.DividerBlock;
import dev.dateline.content.HeadingBlock;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.ListBlock;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.QuoteBlock;
import dev.dateline.content.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts HTML into blocks: classic WordPress text, where blank lines make paragraphs, and Gutenberg's markup alike. What
 * has no block of its own becomes the nearest, and is named in the notes.
 */
final class HtmlBlocks {

    /** @param notes what could not be kept as it was, each kind once */
    record Result(List<Block> blocks, List<String> notes) {}

    private static final Pattern DYNAMIC_BLOCK = Pattern.compile("^\\s*wp:([a-z0-9/-]+).*/\\s*$", Pattern.DOTALL);
    private static final Pattern SHORTCODE = Pattern.compile("\\[/?([a-z][a-z0-9_-]+)(?:\\s[^\\]]*)?\\]");
    private static final Pattern CAPTION = Pattern.compile("\\[caption[^\\]]*\\](.*?)\\[/caption\\]", Pattern.DOTALL);
    private static final Set<String> SHORTCODES =
            Set.of("gallery", "audio", "video", "playlist", "embed", "caption", "wp_caption");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tt", "u", "var", "wbr");
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "form",
            "input",
            "select",
            "textarea",
            "button",
            "object",
            "applet",
            "noscript",
            "template",
            "svg",
            "canvas");
    private static final int MAX_HTML = 20_000;
    private static final int MAX_DEPTH = 60;

    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final HtmlMedia media = new HtmlMedia(blocks, notes);
    private final StringBuilder loose = new StringBuilder();

    private HtmlBlocks() {}

    static Result convert(String html) {
        HtmlBlocks converter = new HtmlBlocks();
        String prepared = CAPTION.matcher(html).replaceAll("<figure>$1</figure>");
        converter.children(Jsoup.parseBodyFragment(prepared).body(), 0);
        converter.flush();
        return new Result(converter.blocks, List.copyOf(converter.notes));
    }

    private void children(Element parent, int depth) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(InlineHtml.escaped(text.getWholeText()));
            } else if (node instanceof Comment comment) {
                comment(comment.getData());
            } else if (node instanceof Element element) {
                element(element, depth);
            }
        }
    }

    private void comment(String data) {
        Matcher dynamic = DYNAMIC_BLOCK.matcher(data);
        if (dynamic.matches()) {
            notes.add("the block “" + dynamic.group(1) + "” is made by WordPress itself and was left out");
        } else if (data.strip().equals("nextpage")) {
            flush();
            blocks.add(new DividerBlock());
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        if (INLINE.contains(name) && !containsBlock(element)) {
            loose.append(element.outerHtml());
            return;
        }
        flush();
        if (DROPPED.contains(name)) {
            notes.add("<" + name + "> has no place in an article and was left out");
            return;
        }
        if (depth > MAX_DEPTH) {
            notes.add("markup was nested too deeply and became plain text");
            paragraph(InlineHtml.escaped(element.text()));
            return;
        }
        switch (name) {
            case "p" -> paragraphOrImages(element, depth);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "blockquote" -> quote(element, depth);
            case "ul", "ol" -> list(element);
            case "img" -> media.image(element, null);
            case "figure" -> figure(element, depth);
            case "hr" -> blocks.add(new DividerBlock());
            case "iframe", "video", "audio", "embed" -> media.embed(element);
            case "pre" -> preformatted(element);
            case "table" -> table(element);
            case "dl", "address", "fieldset", "details" -> nearest(element, depth);
            default -> container(element, depth);
        }
        flush();
    }

    private static boolean containsBlock(Element element) {
        return element.select("> *").stream()
                .anyMatch(inner -> !INLINE.contains(inner.normalName()) || containsBlock(inner));
    }

    private void container(Element element, int depth) {
        children(element, depth + 1);
    }

    private void nearest(Element element, int depth) {
        notes.add("<" + element.normalName() + "> became paragraphs");
        children(element, depth + 1);
    }

    private void paragraphOrImages(Element element, int depth) {
        if (containsBlock(element)) {
            children(element, depth + 1);
        } else {
            loose.append(element.html().replaceAll("\\R", " "));
            flush();
        }
    }

    private void heading(Element element) {
        int level = element.normalName().charAt(1) - '0';
        if (level < 2 || level > 4) {
            notes.add("a heading of level " + level + " became one of level " + (level < 2 ? 2 : 4));
        }
        element.select("img").forEach(image -> media.image(image, null));
        String html = inline(element.html());
        if (!html.isBlank()) {
            blocks.add(new HeadingBlock(Math.max(2, Math.min(4, level)), html));
        }
    }

    private void quote(Element element, int depth) {
        Element source = element.selectFirst("cite, footer");
        String person = source == null ? "" : source.text().strip();
        if (source != null) {
            source.remove();
        }
        if (!element.select("img, ul, ol, table, pre, iframe").isEmpty()) {
            notes.add("what stood in a quote beside its words became blocks of its own");
            children(element, depth + 1);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Element part : element.select("p").isEmpty() ? List.of(element) : element.select("p")) {
            parts.add(inline(part.html()));
        }
        String html = String.join("<br><br>", parts);
        if (html.isBlank()) {
            return;
        }
        String who = person.length() > 200 ? person.substring(0, 200) : person;
        blocks.add(new QuoteBlock(html, who.isEmpty() ? null : new Attribution(who, null, null)));
    }

    private void list(Element element) {
        List<String> items = new ArrayList<>();
        if (!element.select("li ul, li ol").isEmpty()) {
            notes.add("a list within a list was flattened");
        }
        for (Element item : element.select("li")) {
            Element own = item.clone();
            own.select("ul, ol").remove();
            own.select("img").forEach(image -> media.image(image, null));
            String html = inline(own.html());
            if (!html.isBlank()) {
                items.add(html);
            }
        }
        for (int from = 0; from < items.size(); from += 200) {
            blocks.add(new ListBlock(
                    element.normalName().equals("ol"),
                    List.copyOf(items.subList(from, Math.min(items.size(), from + 200)))));
        }
    }

    private void figure(Element element, int depth) {
        Element legend = element.selectFirst("> figcaption");
        String caption = legend == null ? looseText(element) : legend.text().strip();
        if (legend != null) {
            legend.remove();
        }
        List<Element> images = element.select("img");
        if (images.size() == 1) {
            media.image(images.get(0), caption.isEmpty() ? null : caption);
        } else if (images.size() > 1) {
            notes.add("a gallery became single images");
            images.forEach(image -> media.image(image, null));
        } else if (element.text().strip().matches(WebAddress.PATTERN)) {
            media.embed(element.text().strip(), caption);
        } else {
            children(element, depth + 1);
            flush();
            if (legend != null && !caption.isEmpty()) {
                paragraph(InlineHtml.escaped(caption));
            }
        }
    }

    private static String looseText(Element figure) {
        return figure.select("img").isEmpty() ? "" : figure.text().strip();
    }

    private void preformatted(Element element) {
        notes.add("preformatted text became a paragraph");
        paragraph(InlineHtml.escaped(element.wholeText().strip()).replaceAll("\\R", "<br>"));
    }

    private void table(Element element) {
        notes.add("a table became one paragraph a row");
        for (Element row : element.select("tr")) {
            List<String> cells = new ArrayList<>();
            row.select("td, th").forEach(cell -> cells.add(inline(cell.html())));
            paragraph(String.join(" | ", cells));
        }
    }

    /** Ends the text that was gathered; blank lines in it are ends of paragraphs, as WordPress has it. */
    private void flush() {
        String gathered = loose.toString();
        loose.setLength(0);
        for (String part : withoutShortcodes(gathered).split("\\R\\s*\\R", -1)) {
            String text = part.strip();
            if (text.matches(WebAddress.PATTERN) && !text.contains("<")) {
                media.embed(text.replace("&amp;", "&"), "");
            } else {
                paragraph(text.replaceAll("(?<!<br>)\\R", "<br>"));
            }
        }
    }

    private String withoutShortcodes(String text) {
        Matcher matcher = SHORTCODE.matcher(text);
        return matcher.replaceAll(found -> {
            if (!SHORTCODES.contains(found.group(1))) {
                return Matcher.quoteReplacement(found.group());
            }
            notes.add("the shortcode [" + found.group(1) + "] was left out");
            return "";
        });
    }

    private void paragraph(String html) {
        String sanitised = inline(html);
        if (Jsoup.parseBodyFragment(sanitised).text().isBlank()) {
            return;
        }
        if (sanitised.length() > MAX_HTML) {
            notes.add("a paragraph of more than " + MAX_HTML + " characters lost its markup and was divided");
            String text = InlineHtml.text(sanitised);
            for (int from = 0; from < text.length(); from += MAX_HTML / 4) {
                int to = Math.min(text.length(), from + MAX_HTML / 4);
                blocks.add(new ParagraphBlock(InlineHtml.escaped(text.substring(from, to))));
            }
            return;
        }
        blocks.add(new ParagraphBlock(sanitised));
    }

    private static String inline(String html) {
        return InlineHtml.sanitised(html).strip();
    }
}
