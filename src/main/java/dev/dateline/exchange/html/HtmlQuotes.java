package dev.dateline.exchange.html;

import dev.dateline.content.Attribution;
import dev.dateline.content.Block;
import dev.dateline.content.LineBreaks;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.QuoteBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A quote and who said it. What is more than words inside becomes a block of its own, and the quote goes on behind it.
 */
final class HtmlQuotes {

    private static final int MAX_PERSON = 200;

    private final Function<List<Node>, List<Block>> inside;
    private final HtmlNotes notes;
    private final List<Block> blocks = new ArrayList<>();

    /** Where its own last words are among the blocks; those of a quote within it are not. */
    private int last = -1;

    private HtmlQuotes(Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        this.inside = inside;
        this.notes = notes;
    }

    static List<Block> quote(Element quote, Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        HtmlQuotes reader = new HtmlQuotes(inside, notes);
        List<Node> nodes = new ArrayList<>(quote.childNodes());
        List<Node> source = sourceOf(nodes);
        nodes.removeIf(new HashSet<>(source)::contains);
        reader.words(nodes);
        reader.attribute(quote, source);
        return reader.blocks;
    }

    /** The last {@code cite} or {@code footer} that is a part of its own, or what follows the paragraphs after a dash. */
    private static List<Node> sourceOf(List<Node> nodes) {
        boolean isLast = true;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i) instanceof Element element) {
                if (isLast && element.normalName().matches("cite|footer") && beginsLine(nodes, i)) {
                    return List.of(element);
                }
                if (element.normalName().equals("p") && isOnlyCite(element)) {
                    return List.of(element);
                }
                if (LineBreaks.isBlock(element)) {
                    List<Node> tail = List.copyOf(nodes.subList(i + 1, nodes.size()));
                    return plain(tail).matches("(?s)[—–-]\\s*\\S.{0,199}") ? tail : List.of();
                }
            }
            isLast = isLast && plain(nodes.subList(i, i + 1)).isEmpty();
        }
        return List.of();
    }

    /** Nothing but a block or a line break stands before it. */
    private static boolean beginsLine(List<Node> nodes, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (nodes.get(i) instanceof Element element) {
                return LineBreaks.isBlock(element) || element.normalName().equals("br");
            }
            if (nodes.get(i) instanceof TextNode text && !text.isBlank()) {
                String words = text.getWholeText();
                return words.substring(words.stripTrailing().length()).indexOf('\n') >= 0;
            }
        }
        return false;
    }

    private static boolean isOnlyCite(Element paragraph) {
        return paragraph.childrenSize() == 1
                && paragraph.child(0).normalName().equals("cite")
                && paragraph.ownText().isBlank()
                && paragraph.previousElementSibling() != null;
    }

    private static String plain(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes) {
            text.append(
                    node instanceof Element element
                            ? element.text()
                            : node instanceof TextNode words ? words.text() : "");
        }
        return text.toString().strip();
    }

    private void words(List<Node> nodes) {
        List<String> words = new ArrayList<>();
        for (Block block : inside.apply(nodes)) {
            Optional<String> text = Texts.of(block);
            if (text.isPresent()) {
                words.add(text.get());
            } else {
                flush(words);
                notes.add("what stood in a quote beside its words became a block of its own");
                blocks.add(block);
            }
        }
        flush(words);
    }

    private void flush(List<String> words) {
        for (String html : Texts.joined(words, "<br><br>")) {
            last = blocks.size();
            blocks.add(new QuoteBlock(html, null));
        }
        words.clear();
    }

    private void attribute(Element quote, List<Node> source) {
        List<Block> parts = inside.apply(source);
        String html = String.join(
                " ", parts.stream().flatMap(part -> Texts.of(part).stream()).toList());
        String person = Texts.plain(html.replace("<br>", " ")).replaceAll("^[—–-]+\\s*", "");
        Optional<String> cited = Addresses.web(quote, "cite");
        parts.stream().filter(part -> Texts.of(part).isEmpty()).forEach(blocks::add);
        if (person.isEmpty() || person.length() > MAX_PERSON || last < 0) {
            cited.ifPresent(address -> notes.address("the source of a quote", address));
            if (!html.isEmpty()) {
                blocks.add(new ParagraphBlock("— " + html));
            }
            return;
        }
        @Nullable String url = url(source, cited);
        QuoteBlock words = (QuoteBlock) blocks.get(last);
        blocks.set(last, new QuoteBlock(words.html(), new Attribution(person, null, url)));
    }

    private @Nullable String url(List<Node> source, Optional<String> cited) {
        List<String> found = new ArrayList<>();
        cited.ifPresent(found::add);
        for (Node node : source) {
            if (node instanceof Element element) {
                notes.titles(element);
                for (Element link : element.select("a[href]")) {
                    Addresses.web(link, "href")
                            .ifPresentOrElse(found::add, () -> notes.address("a link", link.attr("href")));
                }
            }
        }
        List<String> distinct = found.stream().distinct().toList();
        distinct.stream().skip(1).forEach(other -> notes.address("another address of a quote's source", other));
        return distinct.isEmpty() ? null : distinct.get(0);
    }
}
