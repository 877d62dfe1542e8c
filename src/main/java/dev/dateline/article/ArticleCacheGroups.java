package dev.dateline.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

    /** What was first published in a month, in UTC. */
    public static String month(Instant publishedAt) {
        return "articles:" + YearMonth.from(publishedAt.atOffset(ZoneOffset.UTC));
    }

    /** What a slug leads to. */
    public static String address(String slug) {
        return "article-address:" + slug;
    }
}
