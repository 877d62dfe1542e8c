package dev.dateline.tag;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * That a tag was merged into another. Nothing that names it is rewritten: it leads to the other one from now on, and back to
 * itself when the merge is undone.
 */
@Embeddable
public record TagMerge(UUID mergedInto, String mergedBy, Instant mergedAt) {}
