package dev.dateline.editorial.publishing;

import dev.dateline.callout.PublishedCallout;
import dev.dateline.callout.PublishedCalloutContent;
import dev.dateline.callout.PublishedCalloutRepository;
import dev.dateline.content.CalloutContent;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.callout.Callout;
import dev.dateline.editorial.callout.CalloutService;
import dev.dateline.problem.Fault;
import dev.dateline.published.Address;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes and withdraws callouts. */
@Singleton
public class CalloutPublisher extends Publisher<CalloutContent, Callout> {

    private final PublishedCalloutRepository published;
    private final ShowTimes times;

    CalloutPublisher(
            CalloutService callouts, PublishingSupport support, PublishedCalloutRepository published, ShowTimes times) {
        super(callouts, support);
        this.published = published;
        this.times = times;
    }

    @Override
    protected void check(CalloutContent content, List<Fault> faults) {
        RequiredFields.require(content.title(), "title", faults);
        RequiredFields.require(content.label(), "label", faults);
        RequiredFields.require(content.url(), "url", faults);
        RequiredFields.require(content.placement(), "placement", faults);
    }

    @Override
    protected Address.@Nullable Key address(CalloutContent content) {
        return null;
    }

    @Override
    protected Set<String> publish(Callout callout, Edition<CalloutContent> edition) {
        PublishedCallout existing = published.findById(callout.id());
        PublishedCallout copy = existing == null ? new PublishedCallout(callout.id()) : existing;
        copy.replace(edition.content(), edition.publishedAt(), edition.updatedAt(), edition.withdrawAt());
        if (existing == null) {
            published.persist(copy);
        }
        support()
                .states()
                .note(
                        kind(),
                        callout.id(),
                        edition.now(),
                        edition.revision(),
                        PublishedCalloutContent.of(callout.id(), edition.content()));
        CalloutContent content = edition.content();
        times.of(kind(), callout.id(), Stream.of(content.from(), content.until()));
        return Set.of(ContentKind.CALLOUT.cacheGroup());
    }

    @Override
    protected Set<String> withdraw(Callout callout) {
        support().states().note(kind(), callout.id(), DatabaseClock.now(), callout.revision(), null);
        times.forget(callout.id());
        published.delete(Objects.requireNonNull(published.findById(callout.id())));
        return Set.of(ContentKind.CALLOUT.cacheGroup());
    }
}
