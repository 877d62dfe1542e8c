package dev.dateline.exchange.html;

import dev.dateline.content.PlainText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Attributes that have no place in an article. */
final class LostAttributes {

    private static final int MAX_VALUE = 2_000;
    private static final int MAX_VALUES = 300;

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

    private final Set<String> names = new TreeSet<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    void read(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (READ.contains(name) || name.startsWith("data-dateline") || isUnderstood(element, name)) {
                continue;
            }
            boolean telling = TELLING.contains(name)
                    || name.startsWith("data-")
                    || attribute.getValue().contains("//");
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

    Optional<String> note() {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(values.values());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("attributes without a place here were left out: " + String.join(", ", all));
    }
}
