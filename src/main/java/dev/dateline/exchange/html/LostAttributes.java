package dev.dateline.exchange.html;

import dev.dateline.content.PlainText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Attributes that have no place in an article: those that only say how something looks by their names, others with their values. */
final class LostAttributes {

    private static final int MAX_VALUE = 100_000;
    private static final int MAX_VALUES = 5_000;

    private static final Set<String> LOOKS = Set.of(
            ("align allow allowfullscreen allowtransparency async autoplay bgcolor border cellpadding cellspacing charset class clear"
                            + " color colspan compact contenteditable controls crossorigin decoding defer dir draggable face"
                            + " fetchpriority frameborder height hidden hspace integrity loading loop marginheight marginwidth media"
                            + " mozallowfullscreen muted nonce nowrap playsinline preload referrerpolicy rel reversed role rowspan"
                            + " sandbox scope scrolling seamless size sizes spellcheck style tabindex target type valign vspace"
                            + " webkitallowfullscreen width")
                    .split(" "));

    private static final Set<String> OF_PICTURES =
            Set.of("src", "data-src", "data-lazy-src", "data-original", "alt", "width", "height");
    private static final Set<String> OF_MEDIA = Set.of("src", "data-src", "data-lazy-src", "data", "poster", "title");

    /** What the converter reads, by the element. */
    private static final Map<String, Set<String>> READ = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "data-fn")),
            Map.entry("sup", Set.of("data-fn")),
            Map.entry("abbr", Set.of("title")),
            Map.entry("acronym", Set.of("title")),
            Map.entry("img", OF_PICTURES),
            Map.entry("iframe", OF_MEDIA),
            Map.entry("embed", OF_MEDIA),
            Map.entry("object", OF_MEDIA),
            Map.entry("video", OF_MEDIA),
            Map.entry("audio", OF_MEDIA),
            Map.entry("source", Set.of("src")),
            Map.entry("track", Set.of("src", "srclang", "kind")),
            Map.entry("ol", Set.of("start")),
            Map.entry("blockquote", Set.of("cite", "data-instgrm-permalink")),
            Map.entry("td", Set.of("align", "colspan", "rowspan")),
            Map.entry("th", Set.of("align", "colspan", "rowspan")),
            Map.entry("script", Set.of("src", "href", "data-telegram-post")),
            Map.entry("link", Set.of("href")));

    private final Set<String> names = new TreeSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private int more;

    /** An embedding code of Facebook, which names its post so. */
    static boolean isFacebook(Element element) {
        return element.hasClass("fb-post") || element.hasClass("fb-video");
    }

    void read(Element element) {
        Set<String> read = READ.getOrDefault(element.normalName(), Set.of());
        for (Attribute attribute : element.attributes()) {
            if (!read.contains(attribute.getKey())
                    && !attribute.getKey().startsWith("data-dateline")
                    && !(attribute.getKey().equals("data-href") && isFacebook(element))) {
                lose(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private void lose(String name, String value) {
        if (value.isBlank() || (LOOKS.contains(name) && !isTelling(value))) {
            names.add(name);
        } else if (values.size() < MAX_VALUES) {
            values.add(name + "=\"" + PlainText.cut(value, MAX_VALUE) + "\"");
        } else {
            more++;
        }
    }

    /** A style may name a picture, or bring words. */
    private static boolean isTelling(String value) {
        return value.contains("//") || value.contains("url(") || value.contains("content:");
    }

    Optional<String> note() {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(values);
        if (more > 0) {
            all.add(more + " more");
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("attributes without a place here were left out: " + String.join(", ", all));
    }
}
