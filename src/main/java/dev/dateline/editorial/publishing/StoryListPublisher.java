package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleSelection;
import dev.dateline.change.Change;
import dev.dateline.content.StoryListContent;
import dev.dateline.content.StoryListEntry;
import dev.dateline.editorial.storylist.StoryList;
import dev.dateline.editorial.storylist.StoryListService;
import dev.dateline.problem.Fault;
import dev.dateline.storylist.PublishedList;
import dev.dateline.storylist.PublishedListContent;
import dev.dateline.storylist.PublishedListRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws story lists. */
@Singleton
public class StoryListPublisher extends Publisher<StoryListContent, StoryList> {

    private final PublishedListRepository published;
    private final ArticleSelection selection;
    private final ShowTimes times;

    StoryListPublisher(
            StoryListService lists,
            PublishingSupport support,
            PublishedListRepository published,
            ArticleSelection selection,
            ShowTimes times) {
        super(lists, support);
        this.published = published;
        this.selection = selection;
        this.times = times;
    }

    @Override
    protected void check(StoryListContent content, List<Fault> faults) {
        RequiredFields.require(content.title(), "title", faults);
    }

    @Override
    protected Set<String> publish(StoryList list, Edition<StoryListContent> edition) {
        StoryListContent content = edition.content();
        String slug = Objects.requireNonNull(content.slug());
        PublishedList existing =
                edition.first() ? null : published.forUpdate(list.id()).orElse(null);
        PublishedList copy = existing == null ? new PublishedList(list.id()) : existing;
        Set<String> touched = new HashSet<>(existing == null ? Set.of() : existing.cacheGroups());
        PublishedListContent arrangement =
                arrangement(content, edition, existing == null ? null : existing.arrangement());
        copy.replace(slug, arrangement, edition.withdrawAt());
        if (existing == null) {
            published.persist(copy);
        }
        support().states().note(kind(), list.id(), edition.now(), edition.revision(), arrangement);
        times.of(
                kind(),
                list.id(),
                arrangement.entries().stream()
                        .flatMap(entry -> Stream.of(entry.from(), entry.until(), entry.pinnedUntil())));
        touched.addAll(copy.cacheGroups());
        return touched;
    }

    @Override
    protected Change.@Nullable Reason reason(UUID id, StoryListContent content) {
        List<UUID> entries = content.items().stream().map(StoryListEntry::id).toList();
        return published
                .forUpdate(id)
                .filter(list -> !list.arrangement().entries().stream()
                        .map(PublishedListContent.Entry::id)
                        .toList()
                        .equals(entries))
                .map(list -> Change.Reason.REORDERED)
                .orElse(null);
    }

    private PublishedListContent arrangement(
            StoryListContent content, Edition<StoryListContent> edition, @Nullable PublishedListContent before) {
        Map<UUID, Instant> since = new HashMap<>();
        if (before != null) {
            before.entries().forEach(entry -> since.put(entry.id(), entry.since()));
        }
        Instant now = edition.now();
        PublishedListContent arrangement = new PublishedListContent(
                Objects.requireNonNull(content.title()),
                content.description(),
                content.language(),
                content.numbered(),
                edition.publishedAt(),
                edition.updatedAt(),
                content.items().stream()
                        .map(item -> PublishedListContent.Entry.of(item, since.getOrDefault(item.id(), now)))
                        .toList(),
                content.rule(),
                before == null ? List.of() : before.filled());
        return StoryListFiller.filled(arrangement, selection, now);
    }

    @Override
    protected Set<String> withdraw(StoryList list) {
        PublishedList copy = published.forUpdate(list.id()).orElseThrow();
        published.delete(copy);
        support().states().note(kind(), list.id(), DatabaseClock.now(), list.revision(), null);
        times.forget(list.id());
        return copy.cacheGroups();
    }
}
