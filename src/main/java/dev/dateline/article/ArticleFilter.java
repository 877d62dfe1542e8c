package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.TagFilter;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which published articles are wanted; null leaves a side open. Lower bounds are inclusive, upper ones exclusive.
 *
 * @param languages any in these ranges (RFC 4647), or all when there are none
 * @param kinds any of these
 */
public record ArticleFilter(
        @Nullable TagFilter tags,
        @Nullable TagFilter sections,
        @Nullable TagFilter contributors,
        SortedSet<String> languages,
        Set<ArticleKind> kinds,
        @Nullable Instant publishedAfter,
        @Nullable Instant publishedBefore) {}
