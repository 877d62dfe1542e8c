package dev.dateline.search;

import dev.dateline.article.ArticleCard;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of the answer, for the contract: what is stored is JSON already. */
@Schema(description = "Articles that are about the same.")
record RelatedArticles(
        @Schema(required = true, description = "The nearest first.")
        List<ArticleCard> items) {}
