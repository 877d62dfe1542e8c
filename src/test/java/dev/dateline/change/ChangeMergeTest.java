package dev.dateline.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.change.Change.Event;
import dev.dateline.change.Change.Reason;
import dev.dateline.content.ContentKind;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a transaction does to one thing is one change, so that its last change says all that it touches. */
class ChangeMergeTest {

    private static final UUID ID = UUID.randomUUID();

    private static Change change(Event event, @Nullable Reason reason, String group) {
        return new Change(ContentKind.ARTICLE, ID, event, reason, Set.of(group));
    }

    @Test
    void whatIsPublishedWithItsFormerSlugsIsPublishedOnce() {
        Change both = change(Event.PUBLISHED, null, "articles:uk").followedBy(change(Event.UPDATED, null, "old"));
        assertThat(both.event()).isEqualTo(Event.PUBLISHED);
        assertThat(both.groups()).containsExactlyInAnyOrder("articles:uk", "old");
    }

    @Test
    void theLastEventCountsAndNoReasonIsForgotten() {
        Change corrected = change(Event.UPDATED, Reason.CORRECTED, "a");
        assertThat(corrected.followedBy(change(Event.UPDATED, null, "b")).reason())
                .isEqualTo(Reason.CORRECTED);
        assertThat(corrected.followedBy(change(Event.WITHDRAWN, Reason.LEGAL, "b")))
                .returns(Event.WITHDRAWN, Change::event)
                .returns(Reason.LEGAL, Change::reason);
        assertThat(change(Event.WITHDRAWN, null, "a")
                        .followedBy(change(Event.PUBLISHED, null, "b"))
                        .event())
                .isEqualTo(Event.PUBLISHED);
    }
}
