package dev.dateline.article;

import dev.dateline.cache.Freshness;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as other answers show them beside what they are about. */
@Singleton
public class ArticlesById {

    private final PublishedArticleRepository articles;
    private final ArticleSizes sizes;
    private final EntitledViews views;

    ArticlesById(PublishedArticleRepository articles, ArticleSizes sizes, EntitledViews views) {
        this.articles = articles;
        this.sizes = sizes;
        this.views = views;
    }

    /**
     * Those that are public.
     *
     * @param firstWithdrawal when the first of them is to be withdrawn, or null
     * @param left of the ids, those that were not looked at because there was no room for more
     */
    public record Found(Map<UUID, JsonText> items, @Nullable Instant firstWithdrawal, Set<UUID> left) {

        public static final Found NONE = new Found(Map.of(), null, Set.of());
    }

    public Found cards(Collection<UUID> ids) {
        return find(ids, ArticleQuery.View.CARD, BodyFormat.NONE, Set.of());
    }

    /**
     * The first of these, as many as go on a page.
     *
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory for it now
     */
    public Found whole(List<UUID> ids, BodyFormat body) {
        if (ids.isEmpty()) {
            return Found.NONE;
        }
        List<UUID> fitting = sizes.fit(ids, body);
        return find(fitting, ArticleQuery.View.FULL, body, Set.copyOf(ids.subList(fitting.size(), ids.size())));
    }

    /** Those of these that fit into a form of a list, which has no next page. */
    public Found chosen(List<UUID> ids, BodyFormat body) {
        return ids.isEmpty() ? Found.NONE : find(sizes.choose(ids, body), ArticleQuery.View.FULL, body, Set.of());
    }

    private Found find(Collection<UUID> ids, ArticleQuery.View view, BodyFormat body, Set<UUID> left) {
        if (ids.isEmpty()) {
            return Found.NONE;
        }
        List<PublishedArticleRepository.Row> rows = articles.batch(ids, view, body);
        return new Found(
                rows.stream()
                        .collect(Collectors.toMap(
                                PublishedArticleRepository.Row::id,
                                row -> views.reduced(body.join(row.view(), row.body())))),
                Freshness.earliest(rows.stream().map(PublishedArticleRepository.Row::shownUntil)),
                left);
    }
}
