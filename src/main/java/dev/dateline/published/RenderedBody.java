package dev.dateline.published;

import dev.dateline.content.Body;
import dev.dateline.database.JsonTextType;
import dev.dateline.json.JsonText;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Type;

/** A body in each of the forms in which readers may ask for it. */
@Embeddable
public class RenderedBody {

    @Type(JsonTextType.class)
    private JsonText bodyBlocks;

    @Type(JsonTextType.class)
    private JsonText bodyHtml;

    @Type(JsonTextType.class)
    private JsonText bodyMarkdown;

    @Type(JsonTextType.class)
    private JsonText bodyText;

    @SuppressWarnings("NullAway.Init") // filled from a row
    protected RenderedBody() {}

    public RenderedBody(Body body) {
        this.bodyBlocks = JsonText.of(body.blocks());
        this.bodyHtml = JsonText.of(body.html());
        this.bodyMarkdown = JsonText.of(body.markdown());
        this.bodyText = JsonText.of(body.text());
    }

    /** Laid into a view that was rendered without one. */
    public JsonText in(BodyFormat format, JsonText view) {
        return switch (format) {
            case BLOCKS -> format.join(view, bodyBlocks);
            case HTML -> format.join(view, bodyHtml);
            case MARKDOWN -> format.join(view, bodyMarkdown);
            case TEXT -> format.join(view, bodyText);
            case NONE -> view;
        };
    }
}
