package dev.dateline.article;

import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.TagFilter;
import dev.dateline.content.TagType;
import dev.dateline.database.AnyOf;
import dev.dateline.database.DeliveryReads;
import dev.dateline.http.Cursor;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagMatch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an {@link ArticleFilter} into the conditions of a query, with everything from outside as a parameter.
 *
 * <p>An order by publication with a tag that every article must carry is read from that tag's own index, in its order, so
 * that it costs the same for a tag on ten articles and on a million.
 */
final class ArticleConditions {

    /** An answer that depends on more tags depends on all articles. */
    private static final int MOST_GROUPS = 50;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final Set<String> groups = new TreeSet<>(Set.of(TagCacheGroups.LOOKS));
    private final ArticleOrder order;
    private boolean drivenByTag;
    private boolean needsArticle;
    private boolean narrowed;

    private ArticleConditions(ArticleOrder order) {
        this.order = order;
    }

    /**
     * @param tags what the tags that the filter names lead to; unknown ones match nothing
     * @param languages the languages that there are in those that the filter names
     */
    static ArticleConditions of(
            ArticleFilter filter, ArticleOrder order, Map<TagFilter.Reference, TagMatch> tags, Set<String> languages) {
        ArticleConditions conditions = new ArticleConditions(order);
        conditions.tags(filter.tags(), tags, null, false);
        conditions.tags(filter.sections(), tags, TagType.SECTION, false);
        conditions.tags(filter.contributors(), tags, null, true);
        if (!filter.languages().isEmpty()) {
            conditions.andOfArticle(AnyOf.condition("a.language", languages, conditions.parameters));
        }
        conditions.kinds(filter.kinds());
        if (filter.publishedAfter() != null) {
            conditions.and(conditions.publishedAt() + " >= :after");
            conditions.bind("after", filter.publishedAfter());
        }
        if (filter.publishedBefore() != null) {
            conditions.and(conditions.publishedAt() + " < :before");
            conditions.bind("before", filter.publishedBefore());
        }
        conditions.dependOnLanguages(filter.languages());
        return conditions;
    }

    private void tags(
            @Nullable TagFilter filter,
            Map<TagFilter.Reference, TagMatch> tags,
            @Nullable TagType type,
            boolean byline) {
        if (filter == null) {
            return;
        }
        groups.add(ContentKind.TAG.cacheGroup());
        filter.references().forEach(reference -> dependOn(tags.get(reference)));
        for (TagFilter.Term term : filter.terms()) {
            Set<UUID> ids = matches(term, tags, type);
            if (term.excluded()) {
                if (!ids.isEmpty()) {
                    carries("not exists", ids, byline);
                }
            } else if (ids.isEmpty()) {
                andOfArticle("1 = 0");
                narrowed = true;
            } else {
                dependOn(ids);
                require(ids, byline);
            }
        }
    }

    /** Whether a word is unknown changes with it. The same for secret and unknown ones, so that nobody can tell them apart. */
    private void dependOn(@Nullable TagMatch tag) {
        groups.add(tag != null && tag.isPublicItself() ? ContentKind.TAG.cacheGroup(tag.id()) : TagCacheGroups.CARRIED);
    }

    private static Set<UUID> matches(
            TagFilter.Term term, Map<TagFilter.Reference, TagMatch> tags, @Nullable TagType type) {
        return term.anyOf().stream()
                .map(tags::get)
                .flatMap(Stream::ofNullable)
                .filter(TagMatch::isPublic) // a question about a secret one must not take longer
                .filter(tag -> type == null || tag.type() == type)
                .flatMap(tag -> tag.ids().stream())
                .collect(Collectors.toSet());
    }

    private void require(Set<UUID> ids, boolean byline) {
        if (drivenByTag || ids.size() > 1 || !order.isInTagIndex()) {
            carries("exists", ids, byline);
            return;
        }
        drivenByTag = true;
        and("d.key.tagId = :driver" + (byline ? " and d.byline = true" : ""));
        bind("driver", ids.iterator().next());
    }

    /** As literals: one kind is rare, and plans must know. Two of three are not the other, which needs no index. */
    private void kinds(Set<ArticleKind> kinds) {
        String kind = drivenByTag ? "d.kind" : "a.kind";
        if (kinds.size() == 1) {
            and(kind + " = " + kinds.iterator().next().name());
        } else {
            EnumSet.complementOf(EnumSet.copyOf(kinds)).forEach(other -> and(kind + " <> " + other.name()));
        }
    }

    private void carries(String exists, Set<UUID> ids, boolean byline) {
        andOfArticle(exists + " (select 1 from a.tags c where " + AnyOf.ids("c.tagId", ids, parameters)
                + (byline ? " and c.byline = true)" : ")"));
    }

    /** Whatever joins or leaves the answer carries, or carried, one of these; so one required term is enough. */
    private void dependOn(Set<UUID> required) {
        if (!narrowed && required.size() <= MOST_GROUPS) {
            required.forEach(tag -> groups.add(ContentKind.TAG.cacheGroup(tag)));
            narrowed = true;
        }
    }

    private void dependOnLanguages(Set<String> languages) {
        if (!narrowed && languages.isEmpty()) {
            groups.add(ContentKind.ARTICLE.cacheGroup());
        } else if (!narrowed) {
            languages.forEach(language -> groups.add(ArticleCacheGroups.language(language)));
        }
    }

    /** The cache groups that the answer depends on. */
    Set<String> groups() {
        return groups;
    }

    /** What a CDN is told of them. A tag's own group would say that there is such a tag, before it is public. */
    Set<String> labels() {
        Set<String> labels = new TreeSet<>(groups);
        if (labels.removeIf(TagCacheGroups::isOne) || narrowed) {
            labels.add(ContentKind.ARTICLE.cacheGroup());
        }
        return labels;
    }

    private String publishedAt() {
        return drivenByTag ? "d.publishedAt" : "a.publishedAt";
    }

    private String orderedBy() {
        return (drivenByTag ? "d." : "a.") + order.attribute();
    }

    /** Goes on after a cursor, or before it. */
    void beyond(@Nullable Cursor cursor) {
        if (cursor == null) {
            return;
        }
        String beyond = order.descends(cursor.backwards()) ? "<" : ">";
        and("(" + orderedBy() + ", " + id() + ") " + beyond + " (:cursorAt, :cursorId)");
        bind("cursorAt", cursor.time());
        bind("cursorId", cursor.id());
    }

    private String id() {
        return drivenByTag ? "d.key.articleId" : "a.id";
    }

    private void and(String condition) {
        conditions.add(condition);
    }

    /** One that the tag's index cannot answer. */
    private void andOfArticle(String condition) {
        needsArticle = true;
        and(condition);
    }

    private void bind(String name, @Nullable Object value) {
        parameters.put(name, value);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    String from() {
        return drivenByTag
                ? " from TaggedArticle d join PublishedArticle a on a.id = d.key.articleId"
                : " from PublishedArticle a";
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    String orderBy(boolean backwards) {
        String direction = order.descends(backwards) ? "desc" : "asc";
        return " order by " + orderedBy() + " " + direction + ", " + id() + " " + direction;
    }

    /**
     * All that follows {@code select}, for so many rows. What the tag's index can answer alone is asked of it before the
     * articles are fetched: then PostgreSQL sees how few they are, and keeps the plan.
     */
    String page(boolean backwards, int rows) {
        String limit = orderBy(backwards) + DeliveryReads.limit(rows);
        if (!drivenByTag || needsArticle) {
            return from() + where() + limit;
        }
        String direction = order.descends(backwards) ? " desc" : " asc";
        return " from (select d.key.articleId as articleId, " + orderedBy() + " as ordered from TaggedArticle d"
                + where()
                + limit + ") d join PublishedArticle a on a.id = d.articleId order by d.ordered" + direction
                + ", d.articleId" + direction;
    }
}
