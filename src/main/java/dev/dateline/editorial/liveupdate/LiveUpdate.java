package dev.dateline.editorial.liveupdate;

import dev.dateline.content.LiveUpdateContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The working copy of an update of a live page. */
@Entity
public class LiveUpdate extends WorkingCopy<LiveUpdateContent> {

    @SuppressWarnings("UnusedVariable") // queries read it
    private UUID articleId;

    @ElementCollection
    @CollectionTable(name = "live_update_tag", joinColumns = @JoinColumn(name = "live_update_id"))
    @Column(name = "tag_id")
    private Set<UUID> contributors = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled from a row
    protected LiveUpdate() {}

    @SuppressWarnings("NullAway.Init") // edit follows before it is stored
    LiveUpdate(UUID id, Instant now) {
        super(id, now);
    }

    /** Takes over content whose references are ids. */
    void take(LiveUpdateContent content, Instant now) {
        if (edit(content, now)) {
            this.articleId = content.page();
            Set<UUID> used = content.contributors();
            contributors.retainAll(used);
            contributors.addAll(used);
        }
    }
}
