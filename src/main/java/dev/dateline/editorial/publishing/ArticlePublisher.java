package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleCacheGroups;
import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.change.Change;
import dev.dateline.content.ArticleContent;
import dev.dateline.content.RelatedBlock;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import dev.dateline.tag.TagCacheGroups;
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
    private final AddressRepository addresses;
    private final ArticleRenderer renderer;

    ArticlePublisher(
            ArticleService articles,
            Gate gate,
            PublishedArticleRepository published,
            AddressRepository addresses,
            ArticleRenderer renderer) {
        super(articles, gate, Change.Kind.ARTICLE);
        this.articles = articles;
        this.published = published;
        this.addresses = addresses;
        this.renderer = renderer;
    }

    @Override
    protected void check(ArticleContent content, List<Fault> faults) {
        require(content.headline(), "headline", faults);
        require(content.language(), "language", faults);
        require(content.body(), "body", faults);
    }

    @Override
    protected @Nullable Instant embargo(ArticleContent content) {
        return content.embargoedUntil();
    }

    @Override
    protected boolean isUnrelated(Article article) {
        return article.translationGroup().equals(article.id())
                && article.content().body().stream().noneMatch(RelatedBlock.class::isInstance);
    }

    @Override
    protected Set<String> expose(Article article, Exposure<ArticleContent> exposure) {
        ArticleContent content = exposure.content();
        UUID group = articles.translationGroup(article, content);
        String slug = Objects.requireNonNull(content.slug());
        PublishedArticle existing = exposure.first() ? null : published.findById(article.id());
        PublishedArticle copy = existing == null ? new PublishedArticle(article.id(), exposure.now()) : existing;
        UUID groupBefore = existing == null ? group : existing.translationGroup();
        Set<String> touched = existing == null ? new HashSet<>() : existing.cacheGroups();
        Set<UUID> carriedBefore = existing == null ? Set.of() : existing.tagIds();
        copy.replace(content, slug, group, exposure.publishedAt(), exposure.updatedAt());
        boolean unrelated = article.isFresh() && isUnrelated(article);
        if (!unrelated) {
            published.flush(); // what came before in this transaction may be named here
        }
        renderer.render(copy, unrelated);
        if (existing == null) {
            published.persist(copy);
        }
        addresses.assign(
                new Address.Key(Address.Kind.ARTICLE, slug, Objects.requireNonNull(content.language())),
                article.id(),
                article.isFresh(),
                Identifiers.now());
        if (!unrelated) {
            renderer.renderThoseShowing(copy, groupBefore);
        }
        touched.addAll(copy.cacheGroups());
        if (!carriedBefore.equals(copy.tagIds())) {
            touched.add(TagCacheGroups.CARRIED);
        }
        return touched;
    }

    /** Lets an address that a published article had elsewhere lead to it, unless that is taken. */
    public void keepFormerSlug(Article article, String slug) {
        String language = Objects.requireNonNull(article.language());
        addresses.assignIfFree(new Address.Key(Address.Kind.ARTICLE, slug, language), article.id(), Identifiers.now());
        note(article, Change.Event.UPDATED, Set.of(ArticleCacheGroups.address(slug)));
    }

    @Override
    protected Set<String> hide(Article article) {
        PublishedArticle copy = Objects.requireNonNull(published.findById(article.id()));
        Set<String> touched = copy.cacheGroups();
        touched.add(TagCacheGroups.CARRIED);
        published.withdraw(copy, Identifiers.now());
        renderer.renderThoseShowing(copy, copy.translationGroup());
        return touched;
    }
}
