package dev.dateline.editorial.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dateline.access.Actor;
import dev.dateline.access.Actors;
import dev.dateline.access.Administered;
import dev.dateline.access.Caller;
import dev.dateline.content.ContentKind;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemDetails;
import dev.dateline.problem.ProblemType;
import dev.dateline.time.DatabaseClock;
import dev.dateline.time.Identifiers;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

    static final int MOST_A_MINUTE = 100;

    private final Cache<String, AtomicInteger> refusals =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private final AuditRepository entries;
    private final Caller caller;
    private final Actors actors;
    private final CurrentAttempt attempt;

    AuditLog(AuditRepository entries, Caller caller, Actors actors, CurrentAttempt attempt) {
        this.attempt = attempt;
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

    /**
     * Whether an answer says that somebody decided against what was tried. What could not be read, or names what is not there, is no
     * attempt; what does not fit is told its author alone, or every slip of the pen would be in the trail.
     */
    public static boolean isRefusal(int status) {
        return REFUSALS.contains(status);
    }

    /** Says what is tried, before it is known whether it is allowed; only for requests. */
    public void attempting(AuditAction action) {
        if (Arc.container().requestContext().isActive()) {
            attempt.is(action);
        }
    }

    /** What comes next in the same request is another attempt, whatever became of the last one. */
    public void attemptingAnother() {
        attempt.is(null);
    }

    /** As it turned out to be. */
    public Attempt exactly(Attempt tried) {
        AuditAction known = attempt.action();
        return known == null ? tried : new Attempt(known, tried.kind(), tried.target());
    }

    /** Notes a refusal, if it is one. To be called when its transaction is over, because this needs one of its own. */
    public void refused(Attempt tried, Problem problem) {
        Attempt exact = exactly(tried);
        if (isRefusal(problem.type().status())) {
            refused(caller.actor(), exact, reason(problem.details()));
        }
    }

    /** What was told, and the first of what was wrong. */
    public static String reason(ProblemDetails problem) {
        return problem.errors().stream()
                .findFirst()
                .map(fault ->
                        problem.detail() + " " + Objects.requireNonNullElse(fault.pointer(), "") + " " + fault.detail())
                .orElse(problem.detail());
    }

    /**
     * The table keeps what it has for ever, so nobody fills it: of what is refused to somebody within a minute, the first hundred
     * are noted.
     *
     * @param actor who tried
     */
    public void refused(Actor actor, Attempt attempt, String reason) {
        int count = refusals.get(actor.id(), id -> new AtomicInteger()).incrementAndGet();
        if (count < MOST_A_MINUTE) {
            note(actor, attempt, reason);
        } else if (count == MOST_A_MINUTE) {
            note(actor, attempt, reason + " What is refused further within this minute is not noted.");
        }
    }

    private void note(Actor actor, Attempt attempt, String reason) {
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
