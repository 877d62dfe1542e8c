package dev.dateline.delivery;

import dev.dateline.article.EntitledViews;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.tag.TagCacheGroups;
import jakarta.inject.Singleton;

/**
 * Answers as partners get them: theirs alone, and without what they may not have. Any article, and any tag, may be what decides about
 * something in it, so each is made anew when one of them changes.
 */
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
        }
        Answer own = answer.file() == null ? answer.with(views.reduced(answer.json())) : answer;
        return own.dependsOn(ContentKind.ARTICLE.cacheGroup(), TagCacheGroups.LOOKS)
                .forItsReaderOnly();
    }
}
