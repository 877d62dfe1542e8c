package dev.dateline.published;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the public is told of something that is gone. */
@Entity
public class Withdrawal {

    @Id
    private UUID targetId;

    @Enumerated(EnumType.STRING)
    private WithdrawalKind kind;

    private @Nullable String note;
    private Instant at;

    protected Withdrawal() {}

    public Withdrawal(UUID targetId, WithdrawalKind kind, @Nullable String note, Instant at) {
        this.targetId = targetId;
        this.kind = kind;
        this.note = note;
        this.at = at;
    }

    WithdrawalView view() {
        return new WithdrawalView(kind, note, at);
    }
}
