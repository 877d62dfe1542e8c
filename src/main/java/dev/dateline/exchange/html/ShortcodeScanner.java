package dev.dateline.exchange.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of shortcodes outside the tags of HTML. A tag ends before another begins, and before the markup goes on,
 * unless that is in quotes; so no character is looked at more than a few times.
 */
final class ShortcodeScanner {

    private static final int MAX_TAG = 20_000;

    private final String html;
    private final List<ShortcodeTag> tags = new ArrayList<>();
    private int at;

    ShortcodeScanner(String html) {
        this.html = html;
    }

    List<ShortcodeTag> tags() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                skipMarkup();
            } else if (c == '[') {
                tag();
            } else {
                at++;
            }
        }
        return tags;
    }

    private void skipMarkup() {
        boolean markup = at + 1 < html.length()
                && (Character.isLetter(html.charAt(at + 1))
                        || html.charAt(at + 1) == '/'
                        || html.charAt(at + 1) == '!');
        int end = markup ? html.indexOf('>', at) : -1;
        at = end < 0 ? at + 1 : end + 1;
        if (markup && end < 0) {
            at = html.length();
        }
    }

    private void tag() {
        int start = at;
        at++;
        boolean closes = skip('/');
        String name = name();
        if (name.isEmpty()) {
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < html.length() && at - start < MAX_TAG) {
            char c = html.charAt(at);
            if (c == ']') {
                at++;
                boolean isEscaped = start > 0 && html.charAt(start - 1) == '[' && skip(']');
                int from = isEscaped ? start - 1 : start;
                tags.add(new ShortcodeTag(from, at, name, closes, attributes, html.substring(from, at)));
                return;
            }
            if (c == '[' || c == '<') {
                return;
            }
            if (Character.isWhitespace(c) || c == '/' || c == '\u00A0') {
                at++;
            } else if (!attribute(attributes)) {
                return;
            }
        }
    }

    private boolean skip(char c) {
        if (at < html.length() && html.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private String name() {
        int from = at;
        while (at < html.length() && isNamed(html.charAt(at))) {
            at++;
        }
        return from < html.length() && at > from && Character.isLetter(html.charAt(from))
                ? html.substring(from, at)
                : "";
    }

    private static boolean isNamed(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }

    /** {@code key="value"}, {@code key=value} or a value alone; false when a quotation mark is never closed. */
    private boolean attribute(Map<String, String> attributes) {
        int from = at;
        while (at < html.length() && isNamed(html.charAt(at))) {
            at++;
        }
        String key = html.substring(from, at);
        boolean named = !key.isEmpty() && skip('=');
        String value = named || key.isEmpty() ? value() : key + rest();
        if (value == null) {
            return false;
        }
        attributes.putIfAbsent(named ? key : String.valueOf(attributes.size()), value);
        return true;
    }

    private String rest() {
        int from = at;
        while (at < html.length() && !isEnd(html.charAt(at))) {
            at++;
        }
        return html.substring(from, at);
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c) || c == ']' || c == '[' || c == '<';
    }

    private @Nullable String value() {
        char quote = at < html.length() ? html.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            String value = rest();
            if (value.isEmpty()) {
                at++;
            }
            return value;
        }
        int end = at + 1;
        int last = Math.min(html.length(), at + MAX_TAG);
        while (end < last && html.charAt(end) != quote) {
            end++;
        }
        if (end >= last) {
            return null;
        }
        String value = html.substring(at + 1, end);
        at = end + 1;
        return value;
    }
}
