package dev.dateline.article;

import dev.dateline.content.Body;
import dev.dateline.content.Words;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.Objects;

/** Turns what was published into finished JSON. */
public final class ArticleRendering {

    private ArticleRendering() {}

    /** Renders every view and body format of an article. */
    public static void render(PublishedArticle article, ArticleReferences references, Instant now) {
        Body body = new Body(article.blocks(references.related()));
        article.counted(Words.count(body.ownText())
                + Words.count(Objects.requireNonNullElse(article.content().lead(), "")));
        article.rendered(card(article, references), view(article, references), body, now);
    }

    /** Renders what shows tags, and leaves the body as it is. */
    public static void renderViews(PublishedArticle article, ArticleReferences references, Instant now) {
        article.rendered(card(article, references), view(article, references), now);
    }

    private static JsonText card(PublishedArticle article, ArticleReferences references) {
        return JsonText.of(ArticleCard.of(article, references));
    }

    private static JsonText view(PublishedArticle article, ArticleReferences references) {
        return JsonText.of(ArticleView.of(article, references));
    }
}
