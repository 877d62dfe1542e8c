package dev.dateline.editorial.audit;

import dev.dateline.access.Actor;
import dev.dateline.access.Actors;
import dev.dateline.access.Administered;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the audit trail: what was done in the transaction that does it, what was refused in one of its own. */
@Singleton
public class AuditLog {

    private static final Set<Integer> REFUSALS = Stream.of(
                    ProblemType.FORBIDDEN,
                    ProblemType.CONFLICT,
                    ProblemType.STALE,
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    ProblemType.INTERNAL)
            .map(ProblemType::status)
            .collect(Collectors.toUnmodifiableSet());

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

    /** Whether an answer says that somebody decided against what was tried: its form was right, and it was not done. */
    static boolean isRefusal(int status) {
        return REFUSALS.contains(status);
    }

    /** Notes a refusal, if it is one. To be called when its transaction is over, because this needs one of its own. */
    public void refused(Attempt attempt, Problem problem) {
        if (isRefusal(problem.type().status())) {
            refused(caller.actor(), attempt, problem.details().detail());
        }
    }

    /** @param actor who tried */
    void refused(Actor actor, Attempt attempt, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            actors.note(actor);
            entries.persist(entry(actor.id(), attempt.action(), attempt.kind(), attempt.target(), null, reason));
        });
    }

    /** @param actor who had asked for what could not be done when its time had come */
    public void refused(
            String actor, AuditAction action, ContentKind kind, UUID target, @Nullable Long revision, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> entries.persist(entry(actor, action, kind, target, revision, reason)));
    }

    private static AuditEntry entry(
            String actor,
            AuditAction action,
            ContentKind kind,
            @Nullable UUID target,
            @Nullable Long revision,
            @Nullable String refusal) {
        return new AuditEntry(Identifiers.next(), DatabaseClock.now(), actor, action, kind, target, revision, refusal);
    }
}
