package dev.dateline.syndication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        PageTemplate template = new PageTemplate(text);
        for (String name : template.names()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        setting + " must not have {" + name + "}; it may have " + String.join(", ", known));
            }
        }
        if (Collections.disjoint(needed, template.names())) {
            throw new IllegalArgumentException(
                    setting + " must have one of these in braces: " + String.join(", ", needed));
        }
        return template;
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
