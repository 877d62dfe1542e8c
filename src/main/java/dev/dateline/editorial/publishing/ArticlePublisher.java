package dev.dateline.editorial.publishing;

import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.ContentKind;
import dev.dateline.content.RelatedBlock;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.extension.ExtensionSchemas;
import dev.dateline.live.PublishedLiveUpdateRepository;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.published.Address;
import dev.dateline.tag.TagCacheGroups;
import dev.dateline.tag.TagPublicity;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws articles, and renders anew the articles that show them. */
@Singleton
public class ArticlePublisher extends Publisher<ArticleContent, Article> {

    private final ArticleService articles;
    private final PublishedArticleRepository published;
    private final PublishedLiveUpdateRepository updates;
    private final ArticleRenderer renderer;
    private final ExtensionSchemas ownFields;
    private final TagPublicity publicity;
    private final ShownWithArticles others;
    private final AlertPublisher alerts;

    ArticlePublisher(
            ArticleService articles,
            PublishingSupport support,
            PublishedArticleRepository published,
            PublishedLiveUpdateRepository updates,
            ArticleRenderer renderer,
            ExtensionSchemas ownFields,
            TagPublicity publicity,
            ShownWithArticles others,
            AlertPublisher alerts) {
        super(articles, support);
        this.articles = articles;
        this.published = published;
        this.updates = updates;
        this.renderer = renderer;
        this.ownFields = ownFields;
        this.publicity = publicity;
        this.others = others;
        this.alerts = alerts;
    }

    @Override
    protected void check(ArticleContent content, List<Fault> faults) {
        RequiredFields.require(content.headline(), "headline", faults);
        RequiredFields.require(content.language(), "language", faults);
        if (content.kind() != ArticleKind.LIVE) {
            RequiredFields.require(content.body(), "body", faults);
        }
        faults.addAll(ownFields.of("article").missing(content.extensions()));
    }

    @Override
    protected boolean isOutdated(UUID id, ArticleContent content) {
        PublishedArticle existing = published.findById(id);
        return existing != null
                && !Objects.equals(
                        existing.extensions(), ownFields.of("article").shown(content.extensions()));
    }

    @Override
    protected ArticleContent asPublic(UUID id, ArticleContent content) {
        ArticleContent published =
                Objects.requireNonNull(this.published.findById(id)).content();
        return content.withTags(published.tags()).withByline(published.byline()).withExtensions(published.extensions());
    }

    @Override
    protected Instant embargo(ArticleContent content) {
        return Objects.requireNonNullElse(content.embargoedUntil(), Instant.MIN);
    }

    @Override
    protected Address.Key address(ArticleContent content) {
        return new Address.Key(
                ContentKind.ARTICLE,
                Objects.requireNonNull(content.slug()),
                Objects.requireNonNull(content.language()));
    }

    @Override
    protected boolean isUnrelated(Article article) {
        return article.translationGroup().equals(article.id())
                && article.content().body().stream().noneMatch(RelatedBlock.class::isInstance);
    }

    @Override
    protected Set<String> publish(Article article, Edition<ArticleContent> edition) {
        ArticleContent content = edition.content();
        requireNoUpdates(article, edition);
        UUID group = articles.translationGroup(article, content);
        String slug = Objects.requireNonNull(content.slug());
        PublishedArticle existing = edition.first() ? null : published.findById(article.id());
        PublishedArticle copy = existing == null ? new PublishedArticle(article.id(), edition.now()) : existing;
        List<Object> rights = existing == null ? List.of() : existing.rights();
        UUID groupBefore = existing == null ? group : existing.translationGroup();
        Set<String> touched = existing == null ? new HashSet<>() : existing.cacheGroups();
        Set<UUID> carriedBefore = existing == null ? Set.of() : existing.tagIds();
        Set<UUID> tags = new HashSet<>(carriedBefore);
        tags.addAll(content.tagIds());
        tags.addAll(content.kind() == ArticleKind.LIVE ? updates.contributors(article.id()) : Set.of());
        Set<UUID> hidden = publicity.hidden(tags);
        copy.replace(content, slug, group, edition.publishedAt(), edition.updatedAt(), edition.withdrawAt());
        boolean unrelated = article.isFresh() && isUnrelated(article);
        if (!unrelated) {
            published.flush(); // what came before in this transaction may be named here
        }
        renderer.render(copy, unrelated);
        if (existing == null) {
            published.persist(copy);
        }
        if (!unrelated) {
            renderer.renderThoseShowing(copy, groupBefore);
        }
        touched.addAll(copy.cacheGroups());
        if (existing != null && (!rights.equals(copy.rights()) || !carriedBefore.equals(copy.tagIds()))) {
            others.note(article.id(), Change.Event.UPDATED, null, touched);
        }
        if (!carriedBefore.equals(copy.tagIds())) {
            touched.add(TagCacheGroups.CARRIED);
            if (!hidden.isEmpty() || !copy.tagIds().containsAll(carriedBefore)) {
                publicity.settle(hidden, tags);
            }
        }
        return touched;
    }

    @Override
    protected Change.@Nullable Reason reason(UUID id, ArticleContent content) {
        PublishedArticle existing = published.findById(id);
        return existing != null && content.corrections().size() > existing.correctionCount()
                ? Change.Reason.CORRECTED
                : null;
    }

    /** They would be gone from the public without having been withdrawn. */
    private void requireNoUpdates(Article article, Edition<ArticleContent> edition) {
        if (!edition.first() && edition.content().kind() != ArticleKind.LIVE && updates.areThere(article.id())) {
            throw Problem.conflict("/kind", "must stay live while it has updates: withdraw these first");
        }
    }

    @Override
    protected Set<String> withdraw(Article article) {
        PublishedArticle copy = Objects.requireNonNull(published.findById(article.id()));
        Set<String> touched = copy.cacheGroups();
        touched.add(TagCacheGroups.CARRIED);
        published.withdraw(copy, DatabaseClock.now());
        renderer.renderThoseShowing(copy, copy.translationGroup());
        publicity.settle(Set.of(), copy.tagIds());
        return touched;
    }

    @Override
    protected void noteOthers(
            Article article, Change.Event event, Change.@Nullable Reason reason, Set<String> touched) {
        if (!article.isFresh()) {
            others.note(article.id(), event, reason, touched);
        }
        if (event == Change.Event.WITHDRAWN) {
            alerts.callBack(article.id(), reason);
        }
    }
}
