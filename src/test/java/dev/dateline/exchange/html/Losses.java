package dev.dateline.exchange.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks over every text and every address of a document and finds those that are neither in the blocks nor in a note. */
public final class Losses {

    private static final List<String> ADDRESSES = List.of("href", "src", "data-src", "poster");

    private Losses() {}

    static List<String> of(String html, ConvertedHtml result) {
        return of(html, Json.tree(result.blocks()), result.notes());
    }

    public static List<String> of(String html, JsonNode blocks, List<String> notes) {
        StringBuilder kept = new StringBuilder();
        blocks.forEach(block -> kept.append(words(block)).append(' '));
        notes.forEach(note -> kept.append(note).append(' '));
        String text = bare(Jsoup.parseBodyFragment(kept.toString()).wholeText() + " " + kept);
        Document document = Jsoup.parseBodyFragment(html, "https://site.example/");
        List<String> lost = new ArrayList<>();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    words(words.getWholeText(), text, lost);
                } else if (node instanceof Element element) {
                    addresses(element, kept.toString(), lost);
                }
            }
        });
        return lost;
    }

    private static void words(String text, String kept, List<String> lost) {
        for (String word : text.split("[\\s\u00A0]+", -1)) {
            if (word.chars().anyMatch(Character::isLetterOrDigit)
                    && !kept.contains(word.substring(0, Math.min(word.length(), 500)))) {
                lost.add("the word “" + word + "” of “" + text + "”");
            }
        }
    }

    private static void addresses(Element element, String kept, List<String> lost) {
        for (String name : ADDRESSES) {
            String address = element.attr(name).strip();
            String escaped = address.replace("&", "&amp;");
            String absolute = element.absUrl(name);
            boolean found = address.isEmpty()
                    || kept.contains(address)
                    || kept.contains(escaped)
                    || (!absolute.isEmpty() && kept.contains(absolute.replace("&", "&amp;")))
                    || (!absolute.isEmpty() && kept.contains(absolute.replace(" ", "%20")));
            if (!found) {
                lost.add(name + " of <" + element.normalName() + ">: " + address);
            }
        }
    }

    private static String words(JsonNode json) {
        StringBuilder words = new StringBuilder();
        json.forEach(child -> words.append(child.isTextual() ? child.textValue() : words(child))
                .append(" "));
        return words.toString();
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
