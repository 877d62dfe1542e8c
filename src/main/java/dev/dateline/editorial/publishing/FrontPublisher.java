package dev.dateline.editorial.publishing;

import dev.dateline.content.FrontContent;
import dev.dateline.editorial.front.Front;
import dev.dateline.editorial.front.FrontService;
import dev.dateline.front.PublishedFront;
import dev.dateline.front.PublishedFrontContent;
import dev.dateline.front.PublishedFrontRepository;
import dev.dateline.problem.Fault;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Publishes and withdraws fronts. */
@Singleton
public class FrontPublisher extends Publisher<FrontContent, Front> {

    private final PublishedFrontRepository published;

    FrontPublisher(FrontService fronts, PublishingSupport support, PublishedFrontRepository published) {
        super(fronts, support);
        this.published = published;
    }

    @Override
    protected void check(FrontContent content, List<Fault> faults) {
        RequiredFields.require(content.title(), "title", faults);
        RequiredFields.require(content.sections(), "sections", faults);
    }

    @Override
    protected Set<String> publish(Front front, Edition<FrontContent> edition) {
        String slug = Objects.requireNonNull(edition.content().slug());
        PublishedFront existing = edition.first() ? null : published.findById(front.id());
        PublishedFront copy = existing == null ? new PublishedFront(front.id()) : existing;
        Set<String> touched = new HashSet<>(existing == null ? Set.of() : existing.cacheGroups());
        PublishedFrontContent plan =
                PublishedFrontContent.of(edition.content(), edition.publishedAt(), edition.updatedAt());
        copy.replace(slug, plan, edition.withdrawAt());
        if (existing == null) {
            published.persist(copy);
        }
        support().states().note(kind(), front.id(), edition.now(), edition.revision(), plan);
        touched.addAll(copy.cacheGroups());
        return touched;
    }

    @Override
    protected Set<String> withdraw(Front front) {
        PublishedFront copy = Objects.requireNonNull(published.findById(front.id()));
        published.delete(copy);
        support().states().note(kind(), front.id(), DatabaseClock.now(), front.revision(), null);
        return copy.cacheGroups();
    }
}
