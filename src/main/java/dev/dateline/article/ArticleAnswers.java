package dev.dateline.article;

import dev.dateline.cache.Answer;
import dev.dateline.content.ArticleKind;
import dev.dateline.live.LiveUpdates;
import dev.dateline.published.BodyFormat;
import dev.dateline.published.WithdrawalRepository;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What is answered of one article: itself, with its updates if it is a live page, or why it is gone. */
@Singleton
class ArticleAnswers {

    private final WithdrawalRepository withdrawals;
    private final LiveUpdates updates;

    ArticleAnswers(WithdrawalRepository withdrawals, LiveUpdates updates) {
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
}
