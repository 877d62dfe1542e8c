package dev.dateline.article;

import dev.dateline.cache.Answer;
import dev.dateline.content.ArticleKind;
import dev.dateline.content.Slug;
import dev.dateline.http.Parameters;
import dev.dateline.live.LiveUpdates;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.WithdrawalRepository;
import jakarta.inject.Singleton;
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
                .shownUntil(article.withdrawAt());
        return article.kind() == ArticleKind.LIVE ? updates.join(answer, article.id(), format) : answer;
    }

    /**
     * What is answered where something of an article is asked for that is not there.
     *
     * @param reference its id or slug
     */
    public Answer missing(String reference) {
        return (Slug.isSlug(reference)
                        ? articles.bySlug(reference, null, BodyFormat.BLOCKS)
                        : articles.byId(Parameters.pathId(reference), BodyFormat.BLOCKS))
                .filter(article -> article.view() == null)
                .map(article -> of(article, BodyFormat.BLOCKS))
                .orElseGet(Answer::notFound);
    }
}
