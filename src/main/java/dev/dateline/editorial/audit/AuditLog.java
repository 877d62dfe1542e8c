package dev.dateline.editorial.audit;

import dev.dateline.access.Actors;
import dev.dateline.access.Administered;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the audit trail: what was done in the transaction that does it, what was refused in one of its own. */
@Singleton
public class AuditLog {

    /** There is nothing that the trail could be about, or nobody decided anything and it could not be written. */
    private static final Set<ProblemType> NOT_REFUSED = EnumSet.of(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE);

    private final AuditRepository entries;
    private final Caller caller;
    private final Actors actors;

    AuditLog(AuditRepository entries, Caller caller, Actors actors) {
        this.entries = entries;
        this.actors = actors;
        this.caller = caller;
    }

    public void done(AuditAction action, ContentKind kind, UUID target, @Nullable Long revision) {
        actors.note(caller.actor());
        done(caller.id(), action, kind, target, revision);
    }

    /** @param actor who had asked for what happens only now */
    public void done(String actor, AuditAction action, ContentKind kind, UUID target, @Nullable Long revision) {
        entries.persist(entry(actor, action, kind, target, revision, null));
    }

    void administered(@Observes Administered event) {
        done(AuditAction.valueOf(event.act().name()), event.kind(), event.target(), null);
    }

    /** Does what it is told, and notes in the trail when that is refused. */
    public <T> T watched(AuditAction action, ContentKind kind, UUID target, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException failure) {
            refused(action, kind, target, failure);
            throw failure;
        }
    }

    /** Notes a refusal. To be called when its transaction is over, because this needs one of its own. */
    public void refused(AuditAction action, ContentKind kind, UUID target, RuntimeException failure) {
        Problem problem = Failures.problem(failure);
        if (problem != null && NOT_REFUSED.contains(problem.type())) {
            return;
        }
        String reason =
                problem == null ? "Something broke here." : problem.details().detail();
        QuarkusTransaction.requiringNew().run(() -> actors.note(caller.actor()));
        refused(caller.id(), action, kind, target, null, reason);
    }

    /** @param actor who tried */
    public void refused(
            String actor, AuditAction action, ContentKind kind, UUID target, @Nullable Long revision, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> entries.persist(entry(actor, action, kind, target, revision, reason)));
    }

    private static AuditEntry entry(
            String actor,
            AuditAction action,
            ContentKind kind,
            UUID target,
            @Nullable Long revision,
            @Nullable String refusal) {
        return new AuditEntry(Identifiers.next(), DatabaseClock.now(), actor, action, kind, target, revision, refusal);
    }
}
