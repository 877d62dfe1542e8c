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
        article.rendered(
                JsonText.of(ArticleCard.of(article, references)),
                JsonText.of(ArticleView.of(article, references)),
                body,
                references.firstWithdrawal(),
                now);
    }
}
