package dev.dateline.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A public address without what varies in it. It is the label of a metric, so there are few of them whatever is asked.
 *
 * @param template for example {@code /v1/articles/{}}
 */
record Route(String template) {

    private static final Route ROOT = new Route("/v1");
    private static final Route OTHER = new Route("other");
    private static final List<String> COLLECTIONS = List.of(
            "/v1/articles",
            "/v1/story-lists",
            "/v1/fronts",
            "/v1/tags",
            "/v1/callouts",
            "/v1/corrections",
            "/v1/previews");
    private static final Map<String, Route> WHOLE = routes("");
    private static final Map<String, Route> SINGLE = routes("/{}");

    private static Map<String, Route> routes(String suffix) {
        return COLLECTIONS.stream().collect(Collectors.toMap(path -> path, path -> new Route(path + suffix)));
    }

    static Route of(String target) {
        for (String collection : COLLECTIONS) {
            if (target.startsWith(collection)) {
                int next = collection.length();
                if (target.length() == next || target.charAt(next) == '?') {
                    return Objects.requireNonNull(WHOLE.get(collection));
                }
                if (target.charAt(next) == '/') {
                    return Objects.requireNonNull(SINGLE.get(collection));
                }
            }
        }
        return target.equals("/v1") || target.startsWith("/v1?") ? ROOT : OTHER;
    }
}
