package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleSelection;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeFollower;
import dev.dateline.change.ChangeLog;
import dev.dateline.content.ArticleRule;
import dev.dateline.content.ContentKind;
import dev.dateline.problem.Failures;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.storylist.PublishedList;
import dev.dateline.storylist.PublishedListContent;
import dev.dateline.storylist.PublishedListRepository;
import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills published lists by their rules, soon after what they find has changed. Not in the transaction that changes it:
 * publishing an article takes as long with fifty such lists as with none.
 */
@Singleton
class StoryListFiller implements ChangeFollower {

    private static final Logger LOG = Logger.getLogger(StoryListFiller.class);

    /** Several in a transaction, because each commit waits for the disk; not all, because others wait for their rows. */
    private static final int TOGETHER = 10;

    private final PublishedListRepository lists;
    private final PublishedStateRepository states;
    private final ArticleSelection selection;
    private final ChangeLog changes;

    StoryListFiller(
            PublishedListRepository lists,
            PublishedStateRepository states,
            ArticleSelection selection,
            ChangeLog changes) {
        this.lists = lists;
        this.states = states;
        this.selection = selection;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "list-filler";
    }

    @Override
    public void follow(List<Change> changes) {
        Set<String> touched = Change.groups(changes);
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> lists.withRules().stream()
                        .filter(list -> isTouched(list.arrangement().rule(), touched))
                        .map(PublishedList::id)
                        .toList());
        for (int i = 0; i < concerned.size(); i += TOGETHER) {
            fillTogether(concerned.subList(i, Math.min(i + TOGETHER, concerned.size())));
        }
    }

    private void fillTogether(List<UUID> some) {
        Set<UUID> left = new LinkedHashSet<>(some);
        try {
            left.removeAll(QuarkusTransaction.requiringNew().call(() -> {
                List<PublishedList> free = lists.forUpdateIfFree(some);
                free.forEach(this::fill);
                return free.stream().map(PublishedList::id).toList();
            }));
        } catch (RuntimeException e) {
            LOG.debug("Some lists could not be filled together; one by one", e);
        }
        left.forEach(this::fillAlone);
    }

    /** One that fails keeps no other from being filled. */
    private void fillAlone(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> lists.forUpdate(id).ifPresent(this::fill));
        } catch (RuntimeException e) {
            if (Failures.areUnavailability(e)) {
                throw e;
            }
            LOG.errorf(e, "The list %s could not be filled by its rule", id);
        }
    }

    private boolean isTouched(@Nullable ArticleRule rule, Set<String> touched) {
        return rule != null && selection.isTouched(rule, touched);
    }

    private void fill(PublishedList list) {
        Instant now = DatabaseClock.now();
        PublishedListContent before = list.arrangement();
        PublishedListContent after = filled(before, selection, now);
        if (!after.equals(before)) {
            list.replace(list.slug(), after, list.withdrawAt());
            states.noteAgain(list.id(), now, after);
            changes.note(new Change(
                    ContentKind.STORY_LIST,
                    list.id(),
                    Change.Event.UPDATED,
                    Change.Reason.REORDERED,
                    list.cacheGroups()));
        }
    }

    /** The same arrangement with what its rule finds now; what was there before keeps its time. */
    static PublishedListContent filled(PublishedListContent arrangement, ArticleSelection selection, Instant now) {
        ArticleRule rule = arrangement.rule();
        if (rule == null) {
            return arrangement.with(List.of());
        }
        Map<UUID, Instant> since = new HashMap<>();
        arrangement.filled().forEach(one -> since.put(one.article(), one.since()));
        int wanted = PublishedListContent.wanted(rule, arrangement.entries().size());
        return arrangement.with(selection.newest(rule, wanted, now).stream()
                .map(one -> new PublishedListContent.Filled(one.id(), one.until(), since.getOrDefault(one.id(), now)))
                .toList());
    }
}
