package dev.dateline.editorial.publishing;

import dev.dateline.article.PublishedArticleRepository;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.article.ArticleRepository;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Knows whether an article is there for readers, for what cannot be public without it. */
@Singleton
class PublicArticles {

    private static final String DELETED = "has been deleted: name another, or leave it out";

    private final PublishedArticleRepository published;
    private final ArticleRepository articles;

    PublicArticles(PublishedArticleRepository published, ArticleRepository articles) {
        this.published = published;
        this.articles = articles;
    }

    boolean has(UUID article) {
        return published.findByIdOptional(article).isPresent();
    }

    /** Notes a fault unless it is public, or goes out no later than that. */
    void requireBy(Instant at, UUID article, List<Fault> faults) {
        boolean isThere = has(article)
                || articles.findByIdOptional(article)
                        .map(WorkingCopy::schedule)
                        .filter(schedule -> !schedule.scheduledAt().isAfter(at))
                        .isPresent();
        if (!isThere) {
            faults.add(Fault.at(
                    "/article",
                    isDeleted(article)
                            ? DELETED
                            : "must be public by then: publish that article first, or schedule it no later"));
        }
    }

    /** @throws Problem {@code conflict} unless it is public */
    void require(UUID article) {
        if (!has(article)) {
            throw Problem.conflict(
                    "/article", isDeleted(article) ? DELETED : "must be public: publish that article first");
        }
    }

    private boolean isDeleted(UUID article) {
        return articles.findByIdOptional(article).isEmpty();
    }
}
