package dev.dateline.article;

import dev.dateline.cache.Freshness;
import dev.dateline.json.JsonText;
import dev.dateline.published.BodyFormat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as other answers show them beside what they are about. */
@Singleton
public class ArticlesById {

    private final PublishedArticleRepository articles;
    private final EntitledViews views;

    ArticlesById(PublishedArticleRepository articles, EntitledViews views) {
        this.articles = articles;
        this.views = views;
    }

    /**
     * Those that are public.
     *
     * @param firstWithdrawal when the first of them is to be withdrawn, or null
     */
    public record Found(Map<UUID, JsonText> items, @Nullable Instant firstWithdrawal) {

        public static final Found NONE = new Found(Map.of(), null);
    }

    public Found cards(Collection<UUID> ids) {
        return find(ids, ArticleQuery.View.CARD, BodyFormat.NONE);
    }

    /** @throws dev.dateline.problem.Problem {@code unavailable} when that would be more than there is memory for */
    public Found whole(Collection<UUID> ids, BodyFormat body) {
        return find(ids, ArticleQuery.View.FULL, body);
    }

    private Found find(Collection<UUID> ids, ArticleQuery.View view, BodyFormat body) {
        if (ids.isEmpty()) {
            return Found.NONE;
        }
        List<PublishedArticleRepository.Row> rows = articles.batch(ids, view, body);
        return new Found(
                rows.stream()
                        .collect(Collectors.toMap(
                                PublishedArticleRepository.Row::id,
                                row -> views.reduced(body.join(row.view(), row.body())))),
                Freshness.earliest(rows.stream().map(PublishedArticleRepository.Row::withdrawAt)));
    }
}
