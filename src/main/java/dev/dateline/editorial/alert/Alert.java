package dev.dateline.editorial.alert;

import dev.dateline.content.AlertContent;
import dev.dateline.editorial.WorkingCopy;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The working copy of an alert. */
@Entity
public class Alert extends WorkingCopy<AlertContent> {

    protected Alert() {}

    Alert(UUID id, Instant now) {
        super(id, now);
    }
}
