package dev.dateline.editorial;

import dev.dateline.published.WithdrawalKind;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something was taken from the public, why, and by whom. It stays with the working copy through edits and restorations,
 * until it is published again.
 *
 * @param withdrawnNote what readers are told, plain text
 */
@Embeddable
public record Withdrawn(
        @Enumerated(EnumType.STRING) WithdrawalKind withdrawnKind,
        @Nullable String withdrawnNote,
        String withdrawnBy,
        Instant withdrawnAt) {

    public boolean isLegal() {
        return withdrawnKind == WithdrawalKind.LEGAL;
    }
}
