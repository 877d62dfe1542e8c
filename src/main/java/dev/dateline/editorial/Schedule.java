package dev.dateline.editorial;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication that waits for its time. It names its revision: what is edited meanwhile does not go out with it.
 *
 * @param scheduledOverEmbargo the end of the embargo that was broken with it; a longer one that is set later holds; null for none
 * @param scheduledUntil when it is to be withdrawn again, or null
 */
@Embeddable
public record Schedule(
        Instant scheduledAt,
        Long scheduledRevision,
        String scheduledBy,
        @Nullable Instant scheduledOverEmbargo,
        @Nullable Instant scheduledUntil) {}
