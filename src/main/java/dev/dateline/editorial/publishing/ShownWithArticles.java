package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ContentKind;
import dev.dateline.live.LiveCacheGroups;
import dev.dateline.live.PublishedLiveUpdateRepository;
import dev.dateline.storylist.PublishedListRepository;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what else readers see otherwise when an article comes or goes, or comes or goes for partners: lists that name it (for
 * partners, those whose rule has found it too), and its live updates. Not its alerts: whoever hears of one rings people.
 */
@Singleton
public class ShownWithArticles {

    private final PublishedListRepository lists;
    private final PublishedLiveUpdateRepository updates;
    private final ChangeLog changes;

    ShownWithArticles(PublishedListRepository lists, PublishedLiveUpdateRepository updates, ChangeLog changes) {
        this.lists = lists;
        this.updates = updates;
        this.changes = changes;
    }

    /**
     * Notes it.
     *
     * @param event what became of the article
     * @param groups that it touched
     */
    void note(UUID article, Change.Event event, Change.@Nullable Reason reason, Set<String> groups) {
        note(Map.of(article, groups), event, reason);
    }

    /**
     * Notes it where articles come or go for partners only.
     *
     * @param groups that each article touched
     */
    public void noteForPartners(Map<UUID, Set<String>> groups) {
        note(groups, Change.Event.UPDATED, null);
    }

    private void note(Map<UUID, Set<String>> groups, Change.Event event, Change.@Nullable Reason reason) {
        boolean isForPartners = event == Change.Event.UPDATED; // for everybody it is public before and after
        (isForPartners ? lists.showing(groups.keySet()) : lists.naming(groups.keySet()))
                .forEach(list -> changes.note(
                        new Change(ContentKind.STORY_LIST, list.id(), Change.Event.UPDATED, list.cacheGroups())));
        updates.shown(groups.keySet())
                .forEach((update, page) -> changes.note(new Change(
                        ContentKind.LIVE_UPDATE,
                        update,
                        event,
                        reason,
                        touched(page, groups.getOrDefault(page, Set.of())))));
    }

    private static Set<String> touched(UUID page, Set<String> groups) {
        Set<String> touched = new HashSet<>(LiveCacheGroups.about(groups));
        touched.add(ContentKind.LIVE_UPDATE.cacheGroup());
        touched.add(LiveCacheGroups.page(page));
        return touched;
    }
}
