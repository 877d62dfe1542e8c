package dev.dateline.delivery;

/**
 * A public address without what varies in it. It is the label of a metric, so there are few of them whatever is asked.
 *
 * @param template for example {@code /v1/articles/{}}
 */
record Route(String template) {

    private static final Route ROOT = new Route("/v1");
    private static final Route OTHER = new Route("other");
    private static final java.util.List<String> COLLECTIONS =
            java.util.List.of("/v1/articles", "/v1/story-lists", "/v1/tags", "/v1/callouts");
    private static final java.util.Map<String, Route> WHOLE = routes("");
    private static final java.util.Map<String, Route> SINGLE = routes("/{}");

    private static java.util.Map<String, Route> routes(String suffix) {
        return COLLECTIONS.stream()
                .collect(java.util.stream.Collectors.toMap(path -> path, path -> new Route(path + suffix)));
    }

    static Route of(String target) {
        for (String collection : COLLECTIONS) {
            if (target.startsWith(collection)) {
                int next = collection.length();
                if (target.length() == next || target.charAt(next) == '?') {
                    return java.util.Objects.requireNonNull(WHOLE.get(collection));
                }
                if (target.charAt(next) == '/') {
                    return java.util.Objects.requireNonNull(SINGLE.get(collection));
                }
            }
        }
        return target.equals("/v1") || target.startsWith("/v1?") ? ROOT : OTHER;
    }
}
