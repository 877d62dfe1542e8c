package dev.dateline.editorial;

import dev.dateline.change.Change;
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

    /** What the change log says of it. */
    public Change.@Nullable Reason changeReason() {
        return switch (withdrawnKind) {
            case WITHDRAWN -> null;
            case LEGAL -> Change.Reason.LEGAL;
            case EXPIRED -> Change.Reason.EXPIRED;
        };
    }
}
