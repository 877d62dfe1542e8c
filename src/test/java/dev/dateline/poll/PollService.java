package dev.dateline.poll;

import dev.dateline.content.ContentKind;
import dev.dateline.editorial.Slugs;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.WorkingCopySupport;
import dev.dateline.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Writing polls. */
@Singleton
public class PollService extends WorkingCopyService<PollContent, Poll> {

    static final ContentKind KIND = new ContentKind("poll", "polls");

    private final PollRepository polls;
    private final Slugs slugs;

    PollService(WorkingCopySupport support, PollRepository polls, Slugs slugs) {
        super(KIND, PollContent.class, polls, support);
        this.polls = polls;
        this.slugs = slugs;
    }

    @Override
    protected Poll blank(UUID id, Instant now) {
        return new Poll(id, now);
    }

    @Override
    protected void edit(Poll poll, PollContent content) {
        String before = poll.version() == 0 ? null : poll.content().question();
        String slug = slugs.choose(KIND, polls, poll, content, content.question(), before);
        poll.edit(
                new PollContent(content.externalId(), content.language(), slug, content.question()),
                DatabaseClock.now());
    }
}
