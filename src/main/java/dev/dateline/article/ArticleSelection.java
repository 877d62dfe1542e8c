package dev.dateline.article;

import dev.dateline.content.ArticleRule;
import dev.dateline.content.TagFilter;
import dev.dateline.tag.TagMatch;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the articles that a rule means, with the same conditions as a reader's query. */
@Singleton
public class ArticleSelection {

    private final PublishedArticleRepository articles;
    private final TagRepository tags;

    ArticleSelection(PublishedArticleRepository articles, TagRepository tags) {
        this.articles = articles;
        this.tags = tags;
    }

    /** @param until when it grows too old, or null */
    public record Selected(UUID id, @Nullable Instant until) {}

    /** The newest that match, in the caller's transaction. */
    public List<Selected> newest(ArticleRule rule, int count, Instant now) {
        Duration age = rule.age();
        return articles.newest(conditions(rule, age == null ? null : now.minus(age)), count).stream()
                .map(row -> new Selected(row.id(), age == null ? null : row.at().plus(age)))
                .toList();
    }

    /** Whether a change of these cache groups can change what the rule finds. */
    public boolean isTouched(ArticleRule rule, Set<String> groups) {
        Set<String> own = new HashSet<>(conditions(rule, null).groups());
        own.retainAll(groups);
        return !own.isEmpty();
    }

    private ArticleConditions conditions(ArticleRule rule, @Nullable Instant since) {
        TagFilter filter = rule.tags();
        SortedSet<String> languages =
                rule.language() == null ? Collections.emptySortedSet() : new TreeSet<>(Set.of(rule.language()));
        Map<TagFilter.Reference, TagMatch> named =
                filter.references().isEmpty() ? Map.of() : tags.matches(filter.references());
        return ArticleConditions.of(
                new ArticleFilter(
                        filter.terms().isEmpty() ? null : filter, null, null, languages, rule.kind(), since, null),
                ArticleOrder.NEWEST,
                named,
                articles.languagesIn(languages));
    }
}
