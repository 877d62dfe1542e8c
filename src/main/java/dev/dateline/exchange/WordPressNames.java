package dev.dateline.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of elements as this program knows them, whatever prefixes a file has chosen: WordPress's own have none, those of
 * its feeds are {@code content:}, {@code excerpt:} and {@code dc:}. Any other keeps its prefix, so that {@code media:title} is
 * not {@code title}, nor {@code atom:link} a {@code link}.
 */
final class WordPressNames {

    private static final Pattern DECLARATION = Pattern.compile("xmlns:([\\w.-]+)\\s*=\\s*[\"']([^\"']*)[\"']");

    private final Map<String, String> prefixes = new HashMap<>(Map.of("wp", ""));

    /** Takes note of the namespaces that a tag declares. */
    void declare(String markup) {
        Matcher declaration = DECLARATION.matcher(markup);
        while (declaration.find()) {
            prefix(declaration.group(2), declaration.group(1));
        }
    }

    private void prefix(String namespace, String prefix) {
        if (namespace.startsWith("http://wordpress.org/export/")) {
            prefixes.put(prefix, namespace.endsWith("/excerpt/") ? "excerpt:" : "");
        } else if (namespace.equals("http://purl.org/rss/1.0/modules/content/")) {
            prefixes.put(prefix, "content:");
        } else if (namespace.equals("http://purl.org/dc/elements/1.1/")) {
            prefixes.put(prefix, "dc:");
        }
    }

    String own(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? name
                : prefixes.getOrDefault(name.substring(0, colon), name.substring(0, colon + 1))
                        + name.substring(colon + 1);
    }
}
