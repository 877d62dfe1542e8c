package dev.dateline.article;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article in one of its views. */
@Schema(
        name = "ArticleItem",
        description = "An article in the view that was asked for.",
        oneOf = {ArticleCard.class, ArticleView.class},
        discriminatorProperty = "view",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "card", schema = ArticleCard.class),
            @DiscriminatorMapping(value = "full", schema = ArticleView.class)
        })
sealed interface ArticleItem permits ArticleCard, ArticleView {}
