package dev.dateline.poll;

import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of a poll. */
@Entity
public class Poll extends WorkingCopy<PollContent> {

    protected Poll() {}

    Poll(UUID id, Instant now) {
        super(id, now);
    }
}
