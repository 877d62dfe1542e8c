package dev.dateline.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of a piece of HTML: every character with how it looks and where it leads. White space is left out, for it
 * may stand on either side of a mark. Captions, attributions and titles of boxes are as Markdown has them: slanted, after a
 * dash, and bold.
 */
final class SeenText {

    private static final String DIGITS = "0123456789";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private final List<String> seen = new ArrayList<>();

    private SeenText() {}

    static List<String> of(String html) {
        SeenText text = new SeenText();
        text.children(Jsoup.parseBodyFragment(html).body(), new TreeSet<>());
        return text.seen;
    }

    private void children(Element parent, Set<String> looks) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                add(text.getWholeText(), looks);
            } else if (node instanceof Element element) {
                element(element, looks);
            }
        }
    }

    private void element(Element element, Set<String> looks) {
        Set<String> more = new TreeSet<>(looks);
        switch (element.normalName()) {
            case "a" -> {
                if (!isMadeByTheRenderer(element)) {
                    more.add("a " + element.attr("href"));
                }
                children(element, more);
            }
            case "strong", "b", "em", "i", "cite", "s", "del", "code" -> {
                more.add(look(element));
                children(element, more);
            }
            case "sup" -> add(translated(element.text(), RAISED), looks);
            case "sub" -> add(translated(element.text(), LOWERED), looks);
            case "q" -> {
                add("“", looks);
                children(element, looks);
                add("”", looks);
            }
            case "img" ->
                seen.add("image " + element.attr("src") + " " + SeenText.of(InlineHtml.escaped(element.attr("alt"))));
            case "figcaption" -> {
                if (element.siblingElements().select("blockquote").isEmpty()) {
                    more.add("em");
                } else {
                    add("—", looks);
                }
                children(element, more);
            }
            default -> {
                if (element.normalName().equals("h2")
                        && element.parent() != null
                        && element.parent().normalName().equals("aside")) {
                    more.add("strong");
                }
                children(element, more);
            }
        }
    }

    private static String look(Element element) {
        return switch (element.normalName()) {
            case "strong", "b" -> "strong";
            case "em", "i", "cite" -> "em";
            case "s", "del" -> "struck";
            default -> "code";
        };
    }

    /** Some renderers make links of bare addresses: they lead to what they say. */
    private static boolean isMadeByTheRenderer(Element link) {
        String address = link.attr("href").replaceFirst("^(https?://|mailto:)", "");
        return address.equals(link.wholeText().replaceFirst("^https?://", ""));
    }

    private static String translated(String text, String digits) {
        StringBuilder translated = new StringBuilder();
        text.strip().chars().forEach(c -> translated.append(digits.charAt(DIGITS.indexOf(c))));
        return translated.toString();
    }

    private void add(String text, Set<String> looks) {
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> seen.add(Character.toString(c) + looks));
    }
}
