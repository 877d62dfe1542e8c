package dev.dateline.article;

/** The forms in which a body is stored and served; each names its column. */
enum BodyFormat {
    BLOCKS("bodyBlocks"),
    HTML("bodyHtml"),
    MARKDOWN("bodyMarkdown"),
    TEXT("bodyText"),
    NONE(null);

    private final @org.jspecify.annotations.Nullable String attribute;

    BodyFormat(@org.jspecify.annotations.Nullable String attribute) {
        this.attribute = attribute;
    }

    /** What a query selects to get the body in this form: its JSON text, or an empty text. */
    String expression() {
        return attribute == null ? "''" : "a." + attribute;
    }

    /** Lays a body into a full view that was rendered without one. */
    String join(String view, String body) {
        if (this == NONE) {
            return view;
        }
        return view.substring(0, view.length() - 1) + ",\"body\":{\"" + dev.dateline.http.Parameters.wireName(this)
                + "\":" + body + "}}";
    }
}
