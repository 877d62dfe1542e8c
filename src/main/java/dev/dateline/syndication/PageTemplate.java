package dev.dateline.syndication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a page with names in braces, such as {@code https://example.org/{language}/{slug}}. */
record PageTemplate(String text) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]*)}");

    /**
     * @param setting where it is configured, for the message
     * @param needed one of these names must stand in it
     * @throws IllegalArgumentException when it is no address, lacks what tells one page from another, or has an unknown name
     */
    static PageTemplate of(String setting, String text, Set<String> needed, Set<String> known) {
        if (!text.matches("https?://[^/{}]+(/.*)?")) {
            throw new IllegalArgumentException(
                    setting + " must be an address that begins with https://host, not " + text);
        }
        boolean tellsApart = false;
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!known.contains(names.group(1))) {
                throw new IllegalArgumentException(
                        setting + " must not have " + names.group() + "; it may have " + String.join(", ", known));
            }
            tellsApart |= needed.contains(names.group(1));
        }
        if (!tellsApart) {
            throw new IllegalArgumentException(
                    setting + " must have one of these in braces: " + String.join(", ", needed));
        }
        return new PageTemplate(text);
    }

    /** @param values by name */
    String filled(Function<String, String> values) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(encoded(values.apply(name.group(1)))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
