package dev.dateline.editorial.publishing;

import dev.dateline.callout.PublishedCallout;
import dev.dateline.callout.PublishedCalloutContent;
import dev.dateline.callout.PublishedCalloutRepository;
import dev.dateline.change.Change;
import dev.dateline.content.CalloutContent;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.callout.Callout;
import dev.dateline.editorial.callout.CalloutService;
import dev.dateline.problem.Fault;
import dev.dateline.published.PublishedStateRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Publishes and withdraws callouts. */
@Singleton
public class CalloutPublisher extends Publisher<CalloutContent, Callout> {

    private final PublishedCalloutRepository published;
    private final PublishedStateRepository states;

    CalloutPublisher(
            CalloutService callouts, Gate gate, PublishedCalloutRepository published, PublishedStateRepository states) {
        super(callouts, gate, Change.Kind.CALLOUT);
        this.published = published;
        this.states = states;
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
    protected Set<String> expose(Callout callout, Exposure<CalloutContent> exposure) {
        PublishedCallout existing = published.findById(callout.id());
        PublishedCallout copy = existing == null ? new PublishedCallout(callout.id()) : existing;
        copy.replace(exposure.content(), exposure.publishedAt(), exposure.updatedAt());
        if (existing == null) {
            published.persist(copy);
        }
        states.note(
                Change.Kind.CALLOUT,
                callout.id(),
                exposure.now(),
                exposure.revision(),
                PublishedCalloutContent.of(callout.id(), exposure.content()));
        return Set.of(PublishedCallout.CACHE_GROUP);
    }

    @Override
    protected Set<String> hide(Callout callout) {
        states.note(Change.Kind.CALLOUT, callout.id(), Identifiers.now(), callout.revision(), null);
        published.delete(Objects.requireNonNull(published.findById(callout.id())));
        return Set.of(PublishedCallout.CACHE_GROUP);
    }
}
