package dev.dateline.editorial.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.dateline.access.Caller;
import dev.dateline.change.Change;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the audit trail: what was done in the transaction that does it, what was refused in one of its own. */
@Singleton
public class AuditLog {

    private final AuditRepository entries;
    private final Caller caller;

    AuditLog(AuditRepository entries, Caller caller) {
        this.entries = entries;
        this.caller = caller;
    }

    public void done(AuditAction action, Change.Kind kind, UUID target, @Nullable Long revision) {
        done(caller.name(), action, kind, target, revision);
    }

    /** @param actor who had asked for what happens only now */
    public void done(String actor, AuditAction action, Change.Kind kind, UUID target, @Nullable Long revision) {
        entries.persist(entry(actor, action, kind, target, revision, null));
    }

    /** Outlives the transaction that is rolled back. */
    public void refused(AuditAction action, Change.Kind kind, UUID target, @Nullable Long revision, String reason) {
        refused(caller.name(), action, kind, target, revision, reason);
    }

    /** @param actor whoever tried */
    public void refused(
            String actor, AuditAction action, Change.Kind kind, UUID target, @Nullable Long revision, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> entries.persist(entry(actor, action, kind, target, revision, reason)));
    }

    private static AuditEntry entry(
            String actor,
            AuditAction action,
            Change.Kind kind,
            UUID target,
            @Nullable Long revision,
            @Nullable String refusal) {
        return new AuditEntry(
                UuidCreator.getTimeOrderedEpoch(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                actor,
                action,
                kind,
                target,
                revision,
                refusal);
    }
}
