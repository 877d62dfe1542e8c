package dev.dateline.cache;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One name for all spellings of one question: the path, and the parameters in the order of their names. */
public final class CacheKey {

    private static final int MAX_LENGTH = 1_000;

    /** Parameters whose value is a set of tags. */
    private static final Set<String> SETS = Set.of("tag", "section", "contributor");

    /** Leads on to an address by what else the reader says. */
    private static final String NEGOTIATED = "language=auto";

    private CacheKey() {}

    /** Null for what is not kept: too long, malformed, or spelled so strangely that another question could look the same. */
    public static @Nullable String of(HttpServerRequest request) {
        String target = request.uri();
        if (target.length() > MAX_LENGTH) {
            return null;
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (path.indexOf('%') >= 0 || path.contains("//") || path.contains("/.")) {
            return null;
        }
        if (mark < 0 || mark == target.length() - 1) {
            return path;
        }
        boolean isNegotiated = target.startsWith(NEGOTIATED, mark + 1);
        return isPlain(target, mark + 1) && !isNegotiated ? target : sorted(path, target);
    }

    /** A single parameter that needs no decoding, the usual case. */
    private static boolean isPlain(String target, int start) {
        for (int i = start; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '&' || c == '%' || c == '+' || c == ';' || c == '#' || c == ',') {
                return false;
            }
        }
        return target.indexOf('=', start) > start && target.charAt(target.length() - 1) != '=';
    }

    private static @Nullable String sorted(String path, String target) {
        Map<String, List<String>> parameters;
        try {
            parameters = new TreeMap<>(new QueryStringDecoder(target).parameters());
        } catch (IllegalArgumentException e) {
            return null;
        }
        StringBuilder key = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String value = parameter.getValue().get(0);
            if (parameter.getValue().size() > 1
                    || value.isEmpty()
                    || NEGOTIATED.equals(parameter.getKey() + "=" + value)
                    || !isUnambiguous(parameter.getKey())
                    || !isUnambiguous(value)) {
                return null;
            }
            key.append(separator).append(parameter.getKey()).append('=');
            key.append(SETS.contains(parameter.getKey()) ? sorted(value) : value);
            separator = '&';
        }
        return key.toString();
    }

    /** Parameters whose value is a set, each in one order. */
    public static Map<String, String> inOrder(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> SETS.contains(parameter.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        parameter -> sorted(parameter.getValue().get(0))));
    }

    /** Neither all that must be there nor what is one of several has an order. */
    private static String sorted(String filter) {
        return Arrays.stream(filter.split(",", -1))
                .map(term -> Arrays.stream(term.split("\\|", -1)).sorted().collect(Collectors.joining("|")))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static boolean isUnambiguous(String text) {
        return text.chars().allMatch(c -> c > ' ' && c != '&' && c != '=' && c != '%' && c != 0x7f);
    }
}
