package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.TagFilter;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which published articles are wanted; null leaves a side open. Lower bounds are inclusive, upper ones exclusive.
 *
 * @param languages any in these ranges (RFC 4647), or all when there are none
 */
public record ArticleFilter(
        @Nullable TagFilter tags,
        @Nullable TagFilter sections,
        @Nullable TagFilter contributors,
        SortedSet<String> languages,
        @Nullable ArticleKind kind,
        @Nullable Instant publishedAfter,
        @Nullable Instant publishedBefore) {}
