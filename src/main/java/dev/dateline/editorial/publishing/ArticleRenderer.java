package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleReferences;
import dev.dateline.article.ArticleRendering;
import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ArticleLink;
import dev.dateline.content.ContentKind;
import dev.dateline.live.PublishedLiveUpdateRepository;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagPublicity;
import dev.dateline.tag.TagRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders published articles, and finds those whose text depends on what has just changed. Callers hold the lock for publishing. */
@ApplicationScoped
public class ArticleRenderer {

    private static final int BATCH = 200;

    private final PublishedArticleRepository articles;
    private final PublishedLiveUpdateRepository updates;
    private final TagRepository tags;
    private final TagPublicity publicity;
    private final ChangeLog changes;

    ArticleRenderer(
            PublishedArticleRepository articles,
            PublishedLiveUpdateRepository updates,
            TagRepository tags,
            TagPublicity publicity,
            ChangeLog changes) {
        this.articles = articles;
        this.updates = updates;
        this.tags = tags;
        this.publicity = publicity;
        this.changes = changes;
    }

    /** Renders what is not to be kept. */
    public void preview(PublishedArticle copy) {
        render(copy, false);
    }

    /** @param unrelated known to be in nobody's translation group but its own */
    void render(PublishedArticle article, boolean unrelated) {
        Map<UUID, List<ArticleLink>> translations =
                unrelated ? Map.of() : articles.translations(Set.of(article.translationGroup()));
        Map<UUID, ArticleLink> related = links(article.mentioned());
        carry(article);
        ArticleRendering.render(article, references(article, translations, related), DatabaseClock.now());
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Who writes an update of a live page is found by it, as if they were in its byline; who no longer does is not. */
    void creditWriters(PublishedArticle page) {
        Set<String> touched = page.cacheGroups();
        Set<UUID> carried = union(page.tagIds(), updates.contributors(page.id()));
        Set<UUID> hidden = publicity.hidden(carried);
        if (carry(page)) {
            render(page, false);
            touched.addAll(page.cacheGroups());
            touched.add(TagCacheGroups.CARRIED);
            publicity.settle(hidden, carried);
            changes.note(new Change(ContentKind.ARTICLE, page.id(), Change.Event.UPDATED, touched));
        }
    }

    private boolean carry(PublishedArticle article) {
        Set<UUID> writers = article.kind() == ArticleKind.LIVE ? updates.contributors(article.id()) : Set.of();
        return article.carry(writers, tags.byId(union(article.namedTags(), writers)));
    }

    private Map<UUID, ArticleLink> links(Set<UUID> ids) {
        return articles.links(ids).stream().collect(Collectors.toMap(ArticleLink::id, Function.identity()));
    }

    private ArticleReferences references(
            PublishedArticle article, Map<UUID, List<ArticleLink>> translations, Map<UUID, ArticleLink> related) {
        List<ArticleLink> others = translations.getOrDefault(article.translationGroup(), List.of()).stream()
                .filter(link -> !link.id().equals(article.id()))
                .toList();
        Set<UUID> named = union(others.stream().map(ArticleLink::id).collect(Collectors.toSet()), related.keySet());
        return new ArticleReferences(others, related, named.isEmpty() ? null : articles.firstWithdrawal(named));
    }

    /** Its translations, also those of the group that it has left, and the articles that point to it. */
    void renderThoseShowing(PublishedArticle article, UUID groupBefore) {
        articles.flush(); // an import writes late, and they are about to name this article
        Set<UUID> ids = new TreeSet<>(articles.showing(article.id(), article.translationGroup()));
        ids.addAll(articles.showing(article.id(), groupBefore));
        ids.remove(article.id());
        inBatches(List.copyOf(ids), batch -> batch.forEach(this::renderAgain));
    }

    /**
     * Names another tag in the place of some, in those of the articles that fit.
     *
     * @return how many did
     */
    public int retag(List<UUID> ids, Predicate<PublishedArticle> fits, Set<UUID> former, UUID other) {
        AtomicInteger count = new AtomicInteger();
        inBatches(
                ids,
                batch -> batch.stream().filter(fits).forEach(article -> {
                    Set<String> before = article.cacheGroups();
                    article.retag(former, other);
                    render(article, false);
                    before.addAll(article.cacheGroups());
                    changes.note(new Change(ContentKind.ARTICLE, article.id(), Change.Event.UPDATED, before));
                    count.incrementAndGet();
                }));
        return count.get();
    }

    private void renderAgain(PublishedArticle article) {
        render(article, false);
        changes.note(new Change(ContentKind.ARTICLE, article.id(), Change.Event.UPDATED, article.cacheGroups()));
    }

    /** So that an article with a thousand links to it does not fill the memory. */
    private void inBatches(List<UUID> ids, Consumer<List<PublishedArticle>> work) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<PublishedArticle> batch = articles.withTags(ids.subList(from, Math.min(ids.size(), from + BATCH)));
            work.accept(batch);
            articles.writeAndForget(batch);
        }
    }
}
