package dev.dateline.delivery;

import dev.dateline.article.EntitledViews;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.entitlement.CurrentEntitlement;
import jakarta.inject.Singleton;
import java.util.Set;

/** Answers as partners get them: theirs alone, and without what they may not have. */
@Singleton
class EntitledAnswers {

    private final CurrentEntitlement entitlements;
    private final EntitledViews views;

    EntitledAnswers(CurrentEntitlement entitlements, EntitledViews views) {
        this.entitlements = entitlements;
        this.views = views;
    }

    /** The same for those who may have everything. */
    Answer of(Answer answer) {
        if (entitlements.get() == null) {
            return answer;
        } else if (answer.file() != null) {
            return answer.forItsReaderOnly();
        }
        EntitledViews.Reduced reduced = views.reduced(answer.json());
        return answer.with(reduced.json())
                .dependsOn(
                        reduced.links().stream()
                                .map(ContentKind.ARTICLE::cacheGroup)
                                .toList(),
                        Set.of(ContentKind.ARTICLE.cacheGroup()))
                .forItsReaderOnly();
    }
}
