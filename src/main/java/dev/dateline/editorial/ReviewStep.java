package dev.dateline.editorial;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who last brought which revision where in its review, when, and what they said of it. */
@Embeddable
public record ReviewStep(
        @Enumerated(EnumType.STRING) ReviewState reviewedTo,
        Long reviewedRevision,
        String reviewedBy,
        Instant reviewedAt,
        @Nullable String reviewNote) {}
