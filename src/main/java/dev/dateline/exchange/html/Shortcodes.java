package dev.dateline.exchange.html;

import dev.dateline.content.InlineHtml;
import dev.dateline.content.PlainText;
import dev.dateline.json.StrictUtf8;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Turns WordPress's shortcodes into elements that {@link HtmlBlocks} knows: {@code [caption]} into a figure, recordings into
 * {@code <video>} and {@code <audio>}, galleries and embeds into elements of our own. The words between others stay, and the
 * others are noted. What merely stands in brackets, such as {@code [sic]}, is text.
 *
 * <p>One pass finds the tags, one pairs them; both take no longer than the text.
 */
final class Shortcodes {

    static final String GALLERY = "dateline-gallery";
    static final String EMBED = "dateline-embed";

    private static final Set<String> CAPTIONS = Set.of("caption", "wp_caption");
    private static final Set<String> GALLERIES = Set.of("gallery", "playlist");
    private static final int MAX_ADDRESS = 2_000;
    private static final Pattern RECORDING =
            Pattern.compile("(?i)[.](?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|oga|wav|flac|opus|aac)(?:[?#]|$)");
    private static final Map<String, String> EMBEDS = Map.ofEntries(
            Map.entry("embed", ""),
            Map.entry("video", ""),
            Map.entry("audio", ""),
            Map.entry("youtube", "https://www.youtube.com/watch?v="),
            Map.entry("vimeo", "https://vimeo.com/"),
            Map.entry("tweet", "https://twitter.com/i/status/"),
            Map.entry("twitter", "https://twitter.com/i/status/"),
            Map.entry("instagram", "https://www.instagram.com/p/"),
            Map.entry("facebook", ""),
            Map.entry("telegram", "https://t.me/"),
            Map.entry("soundcloud", ""),
            Map.entry("dailymotion", "https://www.dailymotion.com/video/"),
            Map.entry("googlemaps", ""),
            Map.entry("iframe", ""));

    private final String html;
    private final HtmlNotes notes;
    private final StringBuilder out = new StringBuilder();

    private Shortcodes(String html, HtmlNotes notes) {
        this.html = html;
        this.notes = notes;
    }

    static String expanded(String html, HtmlNotes notes) {
        return html.indexOf('[') < 0 ? html : new Shortcodes(html, notes).expand();
    }

    private String expand() {
        List<ShortcodeTag> tags = new ShortcodeScanner(html).tags();
        Map<ShortcodeTag, ShortcodeTag> ends = pairs(tags);
        Set<ShortcodeTag> paired = new HashSet<>(ends.values());
        int from = 0;
        boolean hasClosed = false;
        for (ShortcodeTag tag : tags) {
            if (tag.start() < from) {
                continue;
            }
            out.append(html, from, tag.start());
            if (hasClosed && tag.start() == from && !tag.closes()) {
                out.append(' '); // what stands in one and in the next are no one word
            }
            hasClosed = tag.closes();
            from = replace(tag, ends.get(tag), paired.contains(tag));
        }
        return out.append(html, from, html.length()).toString();
    }

    /** The closing tag of each opening one that has one. */
    private static Map<ShortcodeTag, ShortcodeTag> pairs(List<ShortcodeTag> tags) {
        Map<String, Deque<ShortcodeTag>> open = new HashMap<>();
        Map<ShortcodeTag, ShortcodeTag> pairs = new HashMap<>();
        for (ShortcodeTag tag : tags) {
            Deque<ShortcodeTag> same = open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>());
            if (!tag.closes()) {
                same.push(tag);
            } else if (!same.isEmpty()) {
                pairs.put(same.pop(), tag);
            }
        }
        return pairs;
    }

    /** @return where the text goes on */
    private int replace(ShortcodeTag tag, @Nullable ShortcodeTag end, boolean isEnd) {
        if (tag.isEscaped()) {
            return escaped(tag);
        }
        if (CAPTIONS.contains(tag.name()) && (isEnd || end != null)) {
            out.append(caption(tag));
            return tag.end();
        }
        if (tag.closes()) {
            return isEnd || EMBEDS.containsKey(tag.name()) ? tag.end() : literal(tag);
        }
        if (GALLERIES.contains(tag.name())) {
            unused(tag, List.of("ids", "include"), List.of());
            out.append(gallery(tag));
            return tag.end();
        }
        if (EMBEDS.containsKey(tag.name())) {
            return embed(tag, end);
        }
        if (end != null && tag.name().equals("vc_raw_html")) {
            return encoded(tag, end);
        }
        if (end == null && tag.isWord()) {
            return literal(tag);
        }
        notes.add("the shortcode " + PlainText.cut(tag.source(), 20_000) + " was left out"
                + (end == null ? "" : "; the text in it was kept"));
        return tag.end();
    }

    /** {@code [[gallery]]} shows a shortcode that WordPress knows, in single brackets. */
    private int escaped(ShortcodeTag tag) {
        boolean isKnown =
                CAPTIONS.contains(tag.name()) || GALLERIES.contains(tag.name()) || EMBEDS.containsKey(tag.name());
        out.append(isKnown ? tag.source().substring(1, tag.source().length() - 1) : tag.source());
        return tag.end();
    }

    private int literal(ShortcodeTag tag) {
        out.append(tag.source());
        return tag.end();
    }

    private static String caption(ShortcodeTag tag) {
        if (tag.closes()) {
            return "</figure>";
        }
        String caption = tag.attribute("caption");
        return "<figure>" + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>");
    }

    private static String gallery(ShortcodeTag tag) {
        String numbers = tag.attribute("ids").isEmpty() ? tag.attribute("include") : tag.attribute("ids");
        return "<" + GALLERY + " data-dateline-name=\"" + tag.name() + "\" data-dateline-ids=\""
                + InlineHtml.escaped(numbers) + "\"></" + GALLERY + ">";
    }

    /** What else a shortcode says. */
    private void unused(ShortcodeTag tag, List<String> keys, List<String> values) {
        String unused = tag.attributes().entrySet().stream()
                .filter(attribute -> !keys.contains(attribute.getKey()) && !values.contains(attribute.getValue()))
                .map(attribute -> attribute.getKey() + "=\"" + attribute.getValue() + "\"")
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            notes.add("attributes of the shortcode [" + tag.name() + "] were left out: " + unused);
        }
    }

    private static String address(String address) {
        return InlineHtml.escaped(Parser.unescapeEntities(address, true));
    }

    /** HTML that a page builder keeps as percent-encoded text in Base64. */
    private int encoded(ShortcodeTag tag, ShortcodeTag end) {
        String inside = html.substring(tag.end(), end.start()).strip();
        try {
            String bytes = StrictUtf8.decode(Base64.getDecoder().decode(inside.replaceAll("\\s", "")));
            out.append(URLDecoder.decode(bytes.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            out.append(inside); // it is not kept so
        }
        return end.end();
    }

    /** The files of a recording: its own address, and further ones. */
    private void recording(ShortcodeTag tag, List<String> addresses) {
        String poster = tag.attribute("poster");
        out.append("<" + tag.name() + " src=\"")
                .append(address(addresses.get(0)))
                .append('"');
        if (!poster.isEmpty()) {
            out.append(" poster=\"").append(address(poster)).append('"');
        }
        out.append('>');
        addresses.stream()
                .skip(1)
                .filter(other -> !other.equals(poster))
                .forEach(other ->
                        out.append("<source src=\"").append(address(other)).append("\">"));
        out.append("</" + tag.name() + ">");
    }

    private int embed(ShortcodeTag tag, @Nullable ShortcodeTag end) {
        boolean isLong = end != null && end.start() - tag.end() > MAX_ADDRESS;
        String inside = end == null || isLong
                ? ""
                : html.substring(tag.end(), end.start()).strip();
        List<String> addresses = new ArrayList<>(tag.addresses());
        if (inside.startsWith("http")) {
            addresses.add(inside);
        }
        if (addresses.remove(tag.attribute("poster"))) {
            addresses.add(tag.attribute("poster")); // the recording itself comes first
        }
        String prefix = EMBEDS.getOrDefault(tag.name(), "");
        if (addresses.isEmpty() && !prefix.isEmpty() && !tag.word().isEmpty()) {
            addresses.add(prefix + tag.word());
        }
        if (addresses.isEmpty()) {
            notes.add("the shortcode " + PlainText.cut(tag.source(), 20_000) + " names no address and was left out"
                    + (inside.isEmpty() ? "" : "; the text in it was kept"));
            return tag.end();
        }
        unused(tag, List.of("id", "0", "poster"), addresses);
        int next = end != null && inside.startsWith("http") ? end.end() : tag.end();
        if (tag.name().matches("video|audio")
                && RECORDING.matcher(addresses.get(0)).find()) {
            recording(tag, addresses);
            return next;
        }
        for (String other : addresses.subList(1, addresses.size())) {
            notes.address("another address of the shortcode [" + tag.name() + "]", other);
        }
        out.append("<" + EMBED + " data-dateline-src=\"")
                .append(address(addresses.get(0)))
                .append("\"></" + EMBED + ">");
        return next;
    }
}
