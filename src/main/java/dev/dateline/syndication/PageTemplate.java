package dev.dateline.syndication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of a page with names in braces, such as {@code https://example.org/{language}/{slug}}. */
record PageTemplate(String text) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /**
     * @param setting where it is configured, for the message
     * @param needed names of which one must stand in it, so that each page has an address of its own
     * @throws IllegalStateException when it is no address, lacks what tells one page from another, or has an unknown name
     */
    static PageTemplate of(String setting, String text, Set<String> needed, String... more) {
        Set<String> known = new TreeSet<>(needed);
        known.addAll(Arrays.asList(more));
        PageTemplate template = new PageTemplate(text);
        Set<String> names = template.names();
        if (!known.containsAll(names)) {
            throw new IllegalStateException(setting + " may have these names in braces: " + String.join(", ", known)
                    + "; it has " + String.join(", ", new TreeSet<>(names)));
        }
        if (names.stream().noneMatch(needed::contains)) {
            throw new IllegalStateException(
                    setting + " must have one of these names in braces: " + String.join(", ", new TreeSet<>(needed)));
        }
        requireAddress(setting, template.filled(name -> "x"));
        return template;
    }

    /** @throws IllegalStateException when a text is no whole address */
    static void requireAddress(String setting, String text) {
        boolean isWhole = text.matches("https?://[A-Za-z0-9.:-]+([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?");
        if (!isWhole) {
            throw new IllegalStateException(setting + " must be an address that begins with https://host, not " + text);
        }
    }

    Set<String> names() {
        return NAME.matcher(text).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    /** @param values by name */
    String filled(Function<String, String> values) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(encoded(values.apply(name.group(1)))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
