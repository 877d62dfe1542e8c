package dev.dateline.editorial;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication that waits for its time. It names its revision: what is edited meanwhile does not go out with it.
 *
 * @param scheduledOverEmbargo whether somebody asked for it who may publish in spite of an embargo
 * @param scheduledUntil when it is to be withdrawn again, or null
 */
@Embeddable
public record Schedule(
        Instant scheduledAt,
        Long scheduledRevision,
        String scheduledBy,
        Boolean scheduledOverEmbargo,
        @Nullable Instant scheduledUntil) {}
