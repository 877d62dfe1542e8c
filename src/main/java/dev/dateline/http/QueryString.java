package dev.dateline.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes query parameters (RFC 3986 section 3.4). */
final class QueryString {

    private QueryString() {}

    static String append(String path, MultivaluedMap<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** Commas and colons stay readable; they need no encoding in a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
