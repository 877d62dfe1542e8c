package dev.dateline.editorial.site;

import dev.dateline.content.SiteContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of the site. */
@Entity
public class Site extends WorkingCopy<SiteContent> {

    protected Site() {}

    Site(UUID id, Instant now) {
        super(id, now);
    }
}
