package dev.dateline.editorial.tag;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.publishing.ShownWithArticles;
import dev.dateline.tag.CarryingArticle;
import dev.dateline.tag.TagMergeRepository;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells what partners may see otherwise when a tag stands or leads elsewhere: articles, and the updates of live pages. */
@Singleton
class MovedTag {

    private final TagMergeRepository merges;
    private final ShownWithArticles others;
    private final ChangeLog changes;

    MovedTag(TagMergeRepository merges, ShownWithArticles others, ChangeLog changes) {
        this.merges = merges;
        this.others = others;
        this.changes = changes;
    }

    void note(UUID tag) {
        for (CarryingArticle article : merges.shownOtherwise(tag)) {
            Change moved = article.movedWith(tag);
            changes.note(moved);
            if (article.isLive()) {
                others.noteUpdates(article.id(), Change.Event.UPDATED, null, moved.groups());
            }
        }
    }
}
