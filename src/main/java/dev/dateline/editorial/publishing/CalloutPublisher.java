package dev.dateline.editorial.publishing;

import dev.dateline.callout.CalloutContent;
import dev.dateline.callout.PublishedCallout;
import dev.dateline.callout.PublishedCalloutRepository;
import dev.dateline.change.Change;
import dev.dateline.change.ChangeLog;
import dev.dateline.editorial.callout.Callout;
import dev.dateline.editorial.callout.CalloutService;
import dev.dateline.http.Fault;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Publishes and withdraws callouts. */
@Singleton
public class CalloutPublisher extends Publisher<CalloutContent, Callout> {

    private final PublishedCalloutRepository published;

    CalloutPublisher(CalloutService callouts, Door door, ChangeLog changes, PublishedCalloutRepository published) {
        super(callouts, door, changes, Change.Kind.CALLOUT);
        this.published = published;
    }

    @Override
    protected void check(CalloutContent content, List<Fault> faults) {
        require(content.title(), "title", faults);
        require(content.label(), "label", faults);
        require(content.url(), "url", faults);
        require(content.placement(), "placement", faults);
    }

    @Override
    protected boolean isUnrelated(Callout callout) {
        return true;
    }

    @Override
    protected Set<String> expose(Callout callout, boolean first, Instant publishedAt, Instant updatedAt) {
        PublishedCallout existing = published.findById(callout.id());
        PublishedCallout copy = existing == null ? new PublishedCallout(callout.id()) : existing;
        copy.replace(callout.content(), publishedAt, updatedAt);
        if (existing == null) {
            published.persist(copy);
        }
        return Set.of(PublishedCallout.CACHE_GROUP);
    }

    @Override
    protected Set<String> hide(Callout callout) {
        published.delete(Objects.requireNonNull(published.findById(callout.id())));
        return Set.of(PublishedCallout.CACHE_GROUP);
    }
}
