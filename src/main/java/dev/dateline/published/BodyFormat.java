package dev.dateline.published;

import dev.dateline.content.Body;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which a {@link RenderedBody} is stored and served; each names its column. */
public enum BodyFormat {
    BLOCKS("body.bodyBlocks"),
    HTML("body.bodyHtml"),
    MARKDOWN("body.bodyMarkdown"),
    TEXT("body.bodyText"),
    NONE(null);

    private final @Nullable String attribute;

    BodyFormat(@Nullable String attribute) {
        this.attribute = attribute;
    }

    /** What a query selects beside the view of {@code a} to get the body in this form: its JSON, or nothing. */
    public String expression() {
        return attribute == null ? "" : ", a." + attribute;
    }

    /** How many bytes the body has in this form; its length stands in the row, so none of it is fetched. */
    public String size() {
        return attribute == null ? "0" : "octet_length(a." + attribute + ")";
    }

    /** A body in this form, where that is a text. */
    String written(Body body) {
        return switch (this) {
            case HTML -> body.html();
            case MARKDOWN -> body.markdown();
            case TEXT -> body.text();
            case BLOCKS, NONE -> throw new IllegalStateException("No text: " + this);
        };
    }

    /** Lays a body into a full view that was rendered without one. */
    public JsonText join(JsonText view, JsonText body) {
        return this == NONE ? view : view.with("body", JsonText.object(Map.of(Parameters.wireName(this), body)));
    }
}
