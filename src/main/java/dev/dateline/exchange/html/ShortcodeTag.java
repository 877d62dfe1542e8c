package dev.dateline.exchange.html;

import java.util.List;
import java.util.Map;

/**
 * One tag of a shortcode.
 *
 * @param start where it begins in the text
 * @param end where the text goes on
 * @param attributes those with names; a value without one has its number for a name
 */
record ShortcodeTag(int start, int end, String name, boolean closes, Map<String, String> attributes, String source) {

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** Whether it stands in double brackets, and is only spoken of. */
    boolean isEscaped() {
        return source.startsWith("[[");
    }

    /** Whether it is nothing but a word in brackets. */
    boolean isWord() {
        return attributes.keySet().stream().allMatch(key -> Character.isDigit(key.charAt(0)));
    }

    /** The number of a video or a post: {@code id}, or what stands alone. */
    String word() {
        return attributes.getOrDefault("id", attribute("0")).replace("=", "");
    }

    List<String> addresses() {
        return attributes.values().stream()
                .map(value -> value.startsWith("=") ? value.substring(1) : value)
                .filter(value -> value.startsWith("http://") || value.startsWith("https://") || value.startsWith("//"))
                .distinct()
                .toList();
    }
}
