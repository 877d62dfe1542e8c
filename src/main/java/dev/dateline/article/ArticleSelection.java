package dev.dateline.article;

import dev.dateline.content.ArticleRule;
import dev.dateline.content.TagFilter;
import dev.dateline.tag.TagMatch;
import dev.dateline.tag.TagRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the articles that a rule means, with the same conditions as a reader's query. */
@Singleton
public class ArticleSelection {

    private final PublishedArticleRepository articles;
    private final PublishedLanguageRepository languages;
    private final TagRepository tags;

    ArticleSelection(PublishedArticleRepository articles, PublishedLanguageRepository languages, TagRepository tags) {
        this.articles = articles;
        this.languages = languages;
        this.tags = tags;
    }

    /** @param until when it grows too old, or null */
    public record Selected(UUID id, @Nullable Instant until) {}

    /** The newest that match, in the caller's transaction. */
    public List<Selected> newest(ArticleRule rule, int count, Instant now) {
        Duration age = rule.age();
        ArticleFilter filter = filter(rule, age == null ? null : now.minus(age));
        ArticleConditions conditions = ArticleConditions.of(
                filter, ArticleOrder.NEWEST, named(rule), languages.inTransaction(filter.languages()));
        return articles.newest(conditions, count).stream()
                .map(row -> new Selected(row.id(), age == null ? null : row.at().plus(age)))
                .toList();
    }

    /** Whether a change of these cache groups can change what the rule finds. */
    public boolean isTouched(ArticleRule rule, Set<String> groups) {
        ArticleConditions conditions =
                ArticleConditions.of(filter(rule, null), ArticleOrder.NEWEST, named(rule), Set.of());
        return !Collections.disjoint(conditions.groups(), groups);
    }

    private Map<TagFilter.Reference, TagMatch> named(ArticleRule rule) {
        Set<TagFilter.Reference> references = rule.tags().references();
        return references.isEmpty() ? Map.of() : tags.matches(references);
    }

    private static ArticleFilter filter(ArticleRule rule, @Nullable Instant since) {
        TagFilter filter = rule.tags();
        return new ArticleFilter(
                filter.terms().isEmpty() ? null : filter,
                null,
                null,
                rule.language() == null ? Collections.emptySortedSet() : new TreeSet<>(Set.of(rule.language())),
                rule.kind() == null ? ArticleKinds.ANY.kinds() : Set.of(rule.kind()),
                since,
                null);
    }
}
