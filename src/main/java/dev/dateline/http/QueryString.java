package dev.dateline.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes query parameters (RFC 3986 section 3.4), in one order, so that one question has one address. */
public final class QueryString {

    private QueryString() {}

    /** The path with the parameters that were given, one of them replaced or added. */
    public static String append(String path, Map<String, List<String>> given, Map<String, String> changed) {
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((name, values) -> parameters.put(name, values.get(0)));
        parameters.putAll(changed);
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                                .collect(Collectors.joining("&"));
    }

    /** Commas and colons stay readable; they need no encoding in a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
