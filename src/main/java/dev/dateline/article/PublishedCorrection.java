package dev.dateline.article;

import dev.dateline.content.Correction;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A correction of a published article, so that corrections can be listed by themselves. */
@Embeddable
public record PublishedCorrection(
        UUID id, @Enumerated(EnumType.STRING) Correction.Type type, String text, long revision, Instant at) {

    static PublishedCorrection of(Correction correction) {
        return new PublishedCorrection(
                Objects.requireNonNull(correction.id()),
                correction.type(),
                correction.text(),
                Objects.requireNonNull(correction.revision()),
                Objects.requireNonNull(correction.at()));
    }
}
