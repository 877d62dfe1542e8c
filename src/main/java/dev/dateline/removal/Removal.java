package dev.dateline.removal;

import dev.dateline.content.ContentKind;
import dev.dateline.time.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That something was withdrawn for a legal reason, and may be kept nowhere. It stays when that is lifted. */
@Entity
public class Removal {

    @Id
    private UUID id;

    private String kind;
    private UUID targetId;
    private @Nullable String note;
    private String removedBy;
    private Instant removedAt;
    private @Nullable Instant liftedAt;

    protected Removal() {}

    Removal(ContentKind kind, UUID target, @Nullable String note, String removedBy, Instant now) {
        this.id = Identifiers.next();
        this.kind = kind.name();
        this.targetId = target;
        this.note = note;
        this.removedBy = removedBy;
        this.removedAt = now;
    }

    void explain(@Nullable String other) {
        note = other;
    }

    void lift(Instant now) {
        liftedAt = now;
    }

    public UUID id() {
        return id;
    }

    public ContentKind kind() {
        return ContentKind.named(kind);
    }

    public UUID target() {
        return targetId;
    }

    @Nullable
    String note() {
        return note;
    }

    String removedBy() {
        return removedBy;
    }

    Instant removedAt() {
        return removedAt;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }
}
