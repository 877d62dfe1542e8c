package dev.dateline.poll;

import dev.dateline.editorial.publishing.Edition;
import dev.dateline.editorial.publishing.Publisher;
import dev.dateline.editorial.publishing.PublishingSupport;
import dev.dateline.problem.Fault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Publishes and withdraws polls. */
@Singleton
public class PollPublisher extends Publisher<PollContent, Poll> {

    private final PublishedPollRepository published;

    PollPublisher(PollService polls, PublishingSupport support, PublishedPollRepository published) {
        super(polls, support);
        this.published = published;
    }

    @Override
    protected void check(PollContent content, List<Fault> faults) {
        if (content.question() == null) {
            faults.add(Fault.at("/question", "is required for publishing"));
        }
    }

    @Override
    protected Set<String> publish(Poll poll, Edition<PollContent> edition) {
        published.replace(new PublishedPoll(poll.id(), edition.content().question()));
        return Set.of(PollService.KIND.cacheGroup(), PollService.KIND.cacheGroup(poll.id()));
    }

    @Override
    protected Set<String> withdraw(Poll poll) {
        published.deleteById(poll.id());
        return Set.of(PollService.KIND.cacheGroup(), PollService.KIND.cacheGroup(poll.id()));
    }
}
