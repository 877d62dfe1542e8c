package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import java.util.EnumSet;
import java.util.Set;

/** Which kinds of articles are wanted. */
enum ArticleKinds {

    /** What reads news does not want to meet "About us" in it, unless it says so. */
    NEWS,
    ARTICLE,
    LIVE,
    PAGE,
    ANY;

    Set<ArticleKind> kinds() {
        return switch (this) {
            case NEWS -> EnumSet.of(ArticleKind.ARTICLE, ArticleKind.LIVE);
            case ARTICLE -> EnumSet.of(ArticleKind.ARTICLE);
            case LIVE -> EnumSet.of(ArticleKind.LIVE);
            case PAGE -> EnumSet.of(ArticleKind.PAGE);
            case ANY -> EnumSet.allOf(ArticleKind.class);
        };
    }
}
