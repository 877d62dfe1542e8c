package dev.dateline.article;

import dev.dateline.cache.Answer;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.http.QueryString;
import dev.dateline.live.LiveUpdates;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.WithdrawalRepository;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;

/** What is answered of one article: itself, with its updates if it is a live page, or why it is gone. */
@Singleton
public class ArticleAnswers {

    private final PublishedArticleRepository articles;
    private final WithdrawalRepository withdrawals;
    private final LiveUpdates updates;

    ArticleAnswers(PublishedArticleRepository articles, WithdrawalRepository withdrawals, LiveUpdates updates) {
        this.articles = articles;
        this.withdrawals = withdrawals;
        this.updates = updates;
    }

    Answer of(PublishedArticleRepository.Single article, BodyFormat format) {
        if (article.view() == null || article.body() == null) {
            return withdrawals.answer(article.id(), "This article was withdrawn.");
        }
        Answer answer = Answer.of(format.join(article.view(), article.body()))
                .modifiedAt(Objects.requireNonNull(article.renderedAt()))
                .shownUntil(article.shownUntil());
        return article.kind() == ArticleKind.LIVE ? updates.join(answer, article.id(), format) : answer;
    }

    /**
     * What is answered where something of an article is asked for that is not there.
     *
     * @param reference its id or slug, or a former one
     * @param rest what follows it in the address
     */
    public Answer missing(String reference, String rest, UriInfo uri) {
        return (Slug.isSlug(reference)
                        ? articles.bySlug(reference, null, BodyFormat.BLOCKS)
                        : articles.byId(Parameters.pathId(reference), BodyFormat.BLOCKS))
                .map(article -> missing(reference, article, rest, uri))
                .orElseGet(Answer::notFound);
    }

    private Answer missing(String reference, PublishedArticleRepository.Single article, String rest, UriInfo uri) {
        if (article.view() == null) {
            return of(article, BodyFormat.BLOCKS);
        }
        return Slug.isSlug(reference) && !reference.equals(article.slug())
                ? Answer.moved(QueryString.append(
                        "/v1/articles/" + article.id() + rest,
                        uri.getQueryParameters(),
                        Map.of())) // slugs are a language's
                : Answer.notFound();
    }
}
