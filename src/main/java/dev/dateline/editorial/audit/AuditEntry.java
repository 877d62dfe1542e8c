package dev.dateline.editorial.audit;

import dev.dateline.access.Actor;
import dev.dateline.content.ContentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that somebody did, or tried to do. The table refuses changes. */
@Entity
public class AuditEntry {

    @Id
    private UUID id;

    private Instant at;
    private String actor;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    private String kind;
    private @Nullable UUID targetId;
    private @Nullable Long revision;
    private @Nullable String refusal;

    protected AuditEntry() {}

    AuditEntry(
            UUID id,
            Instant at,
            String actor,
            AuditAction action,
            ContentKind kind,
            @Nullable UUID targetId,
            @Nullable Long revision,
            @Nullable String refusal) {
        this.id = id;
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.kind = kind.name();
        this.targetId = targetId;
        this.revision = revision;
        this.refusal = refusal;
    }

    UUID id() {
        return id;
    }

    AuditEntryView view(Function<String, Actor> actors) {
        return new AuditEntryView(id, at, actors.apply(actor), action, kind, targetId, revision, refusal);
    }
}
