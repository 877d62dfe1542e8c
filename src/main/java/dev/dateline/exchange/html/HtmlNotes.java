package dev.dateline.exchange.html;

import dev.dateline.content.PlainText;
import dev.dateline.json.CanonicalText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What a document lost on its way into blocks: each loss once, with what it was. */
final class HtmlNotes {

    private static final int MAX_TEXT = 4000;
    private static final int MAX_VALUE = 200;
    private static final int MAX_VALUES = 30;

    /** Attributes that say something; of the others the name is enough. */
    private static final Set<String> TELLING =
            Set.of("title", "cite", "datetime", "label", "aria-label", "summary", "value", "lang", "download");

    /** What the converter looks at wherever it finds it. */
    private static final Set<String> READ = Set.of(
            "href",
            "src",
            "data-src",
            "data-lazy-src",
            "data-original",
            "alt",
            "start",
            "data-href",
            "data-fn",
            "data-telegram-post",
            "data-instgrm-permalink",
            "data",
            "poster",
            "hreflang");

    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    void add(String note) {
        notes.add(note);
    }

    /** An address that is nowhere in the article. */
    void address(String what, String address) {
        add(what + " was left out: " + PlainText.cut(address, MAX_TEXT));
    }

    /** Words that are nowhere in the article. */
    void text(String what, String text) {
        add(
                CanonicalText.isVisible(text)
                        ? what + " was left out, with its text: " + PlainText.cut(text.strip(), MAX_TEXT)
                        : what + " was left out");
    }

    /** An element without a meaning here, whose words are kept. */
    void element(String name) {
        add("<" + name + "> has no place here; its text was kept");
    }

    /** The attributes of an element that nothing above has read. */
    void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (READ.contains(name) || name.startsWith("data-dateline") || isUnderstood(element, name)) {
                continue;
            }
            boolean telling = TELLING.contains(name) || name.startsWith("data-");
            if (telling && values.size() < MAX_VALUES && !attribute.getValue().isBlank()) {
                values.putIfAbsent(name + " " + attribute.getValue(), shown(name, attribute.getValue()));
            } else {
                names.add(name);
            }
        }
    }

    private static boolean isUnderstood(Element element, String name) {
        return switch (element.normalName()) {
            case "a", "abbr", "iframe", "video", "audio", "embed" -> name.equals("title");
            case "img" -> name.equals("width") || name.equals("height");
            case "blockquote" -> name.equals("cite");
            default -> false;
        };
    }

    private static String shown(String name, String value) {
        return name + "=\"" + PlainText.cut(value, MAX_VALUE) + "\"";
    }

    List<String> all() {
        Set<String> all = new LinkedHashSet<>(notes);
        Set<String> attributes = new LinkedHashSet<>(names);
        attributes.addAll(values.values());
        if (!attributes.isEmpty()) {
            all.add("attributes without a place here were left out: " + String.join(", ", attributes));
        }
        return List.copyOf(all);
    }
}
