package dev.dateline.editorial.front;

import dev.dateline.content.FrontContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of a front. */
@Entity
public class Front extends WorkingCopy<FrontContent> {

    protected Front() {}

    Front(UUID id, Instant now) {
        super(id, now);
    }
}
