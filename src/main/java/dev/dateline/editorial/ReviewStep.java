package dev.dateline.editorial;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who last brought which revision where in its review, and when. */
@Embeddable
public record ReviewStep(Long reviewedRevision, String reviewedBy, Instant reviewedAt) {}
