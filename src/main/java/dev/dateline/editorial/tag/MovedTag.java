package dev.dateline.editorial.tag;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.publishing.ShownWithArticles;
import dev.dateline.tag.CarryingArticle;
import dev.dateline.tag.TagMergeRepository;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells what partners may see otherwise when a tag stands or leads elsewhere: articles, with the updates of live pages, and lists. */
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
        Map<UUID, Set<String>> carrying = new HashMap<>();
        for (CarryingArticle article : merges.shownOtherwise(tag)) {
            Change moved = article.movedWith(tag);
            changes.note(moved);
            if (article.isBelow()) {
                carrying.put(article.id(), moved.groups());
            }
        }
        others.noteForPartners(carrying);
    }
}
