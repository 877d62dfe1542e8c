package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.delivery.Address;
import dev.dateline.delivery.AddressRepository;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.storylist.StoryList;
import dev.dateline.editorial.storylist.StoryListService;
import dev.dateline.http.Fault;
import dev.dateline.storylist.PublishedList;
import dev.dateline.storylist.PublishedListRepository;
import dev.dateline.storylist.StoryListContent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Publishes and withdraws story lists. */
@Singleton
public class StoryListPublisher extends Publisher<StoryListContent, StoryList> {

    private final PublishedListRepository published;
    private final AddressRepository addresses;

    StoryListPublisher(
            StoryListService lists,
            Door door,
            ChangeLog changes,
            PublishedListRepository published,
            AddressRepository addresses) {
        super(lists, door, changes, Change.Kind.STORY_LIST);
        this.published = published;
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
    protected Set<String> expose(StoryList list, boolean first, Instant publishedAt, Instant updatedAt) {
        String slug = Objects.requireNonNull(list.content().slug());
        PublishedList existing = published.findById(list.id());
        PublishedList copy = existing == null ? new PublishedList(list.id()) : existing;
        copy.replace(list.content(), slug, publishedAt, updatedAt);
        if (existing == null) {
            published.persist(copy);
        }
        addresses.assign(
                new Address.Key(Address.Kind.STORY_LIST, slug, ""), list.id(), list.isFresh(), Identifiers.now());
        return copy.cacheGroups();
    }

    @Override
    protected Set<String> hide(StoryList list) {
        PublishedList copy = Objects.requireNonNull(published.findById(list.id()));
        published.delete(copy);
        return copy.cacheGroups();
    }
}
