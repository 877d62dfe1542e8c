package dev.dateline.editorial.callout;

import dev.dateline.content.CalloutContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of a callout. */
@Entity
public class Callout extends WorkingCopy<CalloutContent> {

    protected Callout() {}

    Callout(UUID id, Instant now) {
        super(id, now);
    }
}
