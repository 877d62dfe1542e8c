package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import dev.dateline.content.FrontContent;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.front.Front;
import dev.dateline.editorial.front.FrontService;
import dev.dateline.front.PublishedFront;
import dev.dateline.front.PublishedFrontContent;
import dev.dateline.front.PublishedFrontRepository;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.published.AddressRepository;
import dev.dateline.published.PublishedStateRepository;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Publishes and withdraws fronts. */
@Singleton
public class FrontPublisher extends Publisher<FrontContent, Front> {

    private final PublishedFrontRepository published;
    private final PublishedStateRepository states;
    private final AddressRepository addresses;

    FrontPublisher(
            FrontService fronts,
            Gate gate,
            PublishedFrontRepository published,
            PublishedStateRepository states,
            AddressRepository addresses) {
        super(fronts, gate, Change.Kind.FRONT);
        this.published = published;
        this.states = states;
        this.addresses = addresses;
    }

    @Override
    protected void check(FrontContent content, List<Fault> faults) {
        require(content.title(), "title", faults);
        require(content.sections(), "sections", faults);
    }

    @Override
    protected boolean isUnrelated(Front front) {
        return true;
    }

    @Override
    protected Set<String> expose(Front front, Exposure<FrontContent> exposure) {
        String slug = Objects.requireNonNull(exposure.content().slug());
        PublishedFront existing = exposure.first() ? null : published.findById(front.id());
        PublishedFront copy = existing == null ? new PublishedFront(front.id()) : existing;
        Set<String> touched = new HashSet<>(existing == null ? Set.of() : existing.cacheGroups());
        PublishedFrontContent plan =
                PublishedFrontContent.of(exposure.content(), exposure.publishedAt(), exposure.updatedAt());
        copy.replace(slug, plan);
        if (existing == null) {
            published.persist(copy);
        }
        states.note(Change.Kind.FRONT, front.id(), exposure.now(), exposure.revision(), plan);
        addresses.assign(new Address.Key(Address.Kind.FRONT, slug, ""), front.id(), front.isFresh(), Identifiers.now());
        touched.addAll(copy.cacheGroups());
        return touched;
    }

    @Override
    protected Set<String> hide(Front front) {
        PublishedFront copy = Objects.requireNonNull(published.findById(front.id()));
        published.delete(copy);
        states.note(Change.Kind.FRONT, front.id(), Identifiers.now(), front.revision(), null);
        return copy.cacheGroups();
    }
}
