package dev.dateline.editorial.storylist;

import dev.dateline.content.StoryListContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of a story list. */
@Entity
public class StoryList extends WorkingCopy<StoryListContent> {

    protected StoryList() {}

    StoryList(UUID id, Instant now) {
        super(id, now);
    }
}
