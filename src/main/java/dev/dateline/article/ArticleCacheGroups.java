package dev.dateline.article;

import java.util.UUID;

/** The cache groups of articles: what answers depend on, and what a change touches. */
public final class ArticleCacheGroups {

    /** Touched by every change of any article. */
    public static final String ALL = "articles";

    /** Touched by every change of an article that has, or had, corrections. */
    static final String CORRECTIONS = "corrections";

    private ArticleCacheGroups() {}

    public static String one(UUID id) {
        return "article:" + id;
    }

    /** Every article in a range of languages: {@code be} has those in {@code be-tarask} too. */
    static String language(String language) {
        return "articles:" + language;
    }

    /** What a slug leads to. */
    public static String address(String slug) {
        return "article-address:" + slug;
    }
}
