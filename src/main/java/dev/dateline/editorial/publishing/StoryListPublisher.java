package dev.dateline.editorial.publishing;

import dev.dateline.article.ArticleSelection;
import dev.dateline.change.Change;
import dev.dateline.content.StoryListContent;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.storylist.StoryList;
import dev.dateline.editorial.storylist.StoryListService;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import dev.dateline.published.PublishedStateRepository;
import dev.dateline.storylist.PublishedList;
import dev.dateline.storylist.PublishedListContent;
import dev.dateline.storylist.PublishedListRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws story lists. */
@Singleton
public class StoryListPublisher extends Publisher<StoryListContent, StoryList> {

    private final PublishedListRepository published;
    private final PublishedStateRepository states;
    private final ArticleSelection selection;
    private final AddressRepository addresses;

    StoryListPublisher(
            StoryListService lists,
            Gate gate,
            PublishedListRepository published,
            PublishedStateRepository states,
            ArticleSelection selection,
            AddressRepository addresses) {
        super(lists, gate, Change.Kind.STORY_LIST);
        this.published = published;
        this.states = states;
        this.selection = selection;
        this.addresses = addresses;
    }

    @Override
    protected void check(StoryListContent content, List<Fault> faults) {
        require(content.title(), "title", faults);
    }

    @Override
    protected boolean isUnrelated(StoryList list) {
        return true;
    }

    @Override
    protected Set<String> expose(StoryList list, Exposure<StoryListContent> exposure) {
        StoryListContent content = exposure.content();
        String slug = Objects.requireNonNull(content.slug());
        PublishedList existing =
                exposure.first() ? null : published.forUpdate(list.id()).orElse(null);
        PublishedList copy = existing == null ? new PublishedList(list.id()) : existing;
        Set<String> touched = new HashSet<>(existing == null ? Set.of() : existing.cacheGroups());
        PublishedListContent arrangement =
                arrangement(content, exposure, existing == null ? null : existing.arrangement());
        copy.replace(slug, arrangement);
        if (existing == null) {
            published.persist(copy);
        }
        states.note(Change.Kind.STORY_LIST, list.id(), exposure.now(), exposure.revision(), arrangement);
        addresses.assign(
                new Address.Key(Address.Kind.STORY_LIST, slug, ""), list.id(), list.isFresh(), Identifiers.now());
        touched.addAll(copy.cacheGroups());
        return touched;
    }

    private PublishedListContent arrangement(
            StoryListContent content, Exposure<StoryListContent> exposure, @Nullable PublishedListContent before) {
        Map<UUID, Instant> since = new HashMap<>();
        if (before != null) {
            before.entries().forEach(entry -> since.put(entry.id(), entry.since()));
        }
        Instant now = exposure.now();
        PublishedListContent arrangement = new PublishedListContent(
                Objects.requireNonNull(content.title()),
                content.description(),
                content.language(),
                content.numbered(),
                exposure.publishedAt(),
                exposure.updatedAt(),
                content.items().stream()
                        .map(item -> PublishedListContent.Entry.of(item, since.getOrDefault(item.id(), now)))
                        .toList(),
                content.rule(),
                before == null ? List.of() : before.filled());
        return StoryListFiller.filled(arrangement, selection, now);
    }

    @Override
    protected Set<String> hide(StoryList list) {
        PublishedList copy = published.forUpdate(list.id()).orElseThrow();
        published.delete(copy);
        states.note(Change.Kind.STORY_LIST, list.id(), Identifiers.now(), list.revision(), null);
        return copy.cacheGroups();
    }
}
