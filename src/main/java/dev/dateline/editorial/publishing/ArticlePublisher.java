package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleContent;
import dev.dateline.article.PublishedArticle;
import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.content.RelatedBlock;
import dev.dateline.delivery.Address;
import dev.dateline.delivery.AddressRepository;
import dev.dateline.editorial.article.Article;
import dev.dateline.editorial.article.ArticleService;
import dev.dateline.http.Fault;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Publishes and withdraws articles, and renders anew the articles that show them. */
@Singleton
public class ArticlePublisher extends Publisher<ArticleContent, Article> {

    private final PublishedArticleRepository published;
    private final AddressRepository addresses;
    private final ArticleRenderer renderer;

    ArticlePublisher(
            ArticleService articles,
            Door door,
            PublishedArticleRepository published,
            AddressRepository addresses,
            ArticleRenderer renderer) {
        super(articles, door);
        this.published = published;
        this.addresses = addresses;
        this.renderer = renderer;
    }

    @Override
    protected void check(ArticleContent content, List<Fault> faults) {
        require(content.headline(), "headline", faults);
        require(content.language(), "language", faults);
        require(content.body(), "body", faults);
        if (content.embargoedUntil() != null && content.embargoedUntil().isAfter(Instant.now())) {
            faults.add(Fault.at("/embargoedUntil", "has not passed yet: the article is under embargo"));
        }
    }

    @Override
    protected boolean isUnrelated(Article article) {
        return article.translationGroup().equals(article.id())
                && article.content().body().stream().noneMatch(RelatedBlock.class::isInstance);
    }

    @Override
    protected void expose(Article article, boolean first, Instant publishedAt, Instant updatedAt) {
        ArticleContent content = article.content();
        String slug = Objects.requireNonNull(content.slug());
        PublishedArticle existing = first ? null : published.findById(article.id());
        PublishedArticle copy = existing == null ? new PublishedArticle(article.id()) : existing;
        UUID groupBefore = existing == null ? article.translationGroup() : existing.translationGroup();
        copy.replace(content, slug, article.translationGroup(), publishedAt, updatedAt);
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
                updatedAt);
        if (!unrelated) {
            renderer.renderThoseShowing(copy, groupBefore);
        }
    }

    @Override
    protected void hide(Article article, Instant now) {
        PublishedArticle copy = Objects.requireNonNull(published.findById(article.id()));
        published.delete(copy);
        renderer.renderThoseShowing(copy, copy.translationGroup());
    }
}
