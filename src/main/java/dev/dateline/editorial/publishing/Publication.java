package dev.dateline.editorial.publishing;

import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a thing is to be published. */
@Schema(description = "How to publish. An empty object, or no body at all, publishes the current revision now.")
public record Publication(
        @Nullable
        @Schema(
                description =
                        "The time of first publication that readers see, for what was published elsewhere before; not in the future.",
                examples = "2026-02-14T12:00:00Z")
        Instant publishedAt,

        @Nullable
        @Schema(
                description =
                        "The time of the last change that readers see, for what was changed elsewhere before; goes with `publishedAt`, and is not before it. It counts when a thing becomes public for the first time; a change to what is public is dated now.",
                examples = "2026-02-15T09:30:00Z")
        Instant updatedAt,

        @Nullable
        @Schema(
                description =
                        "Which revision goes out; the current one when left out. An old one takes back what came later.",
                examples = "1")
        Long revision,

        @Nullable
        @Schema(
                description =
                        "When it goes out, in the future; now when left out. It takes the place of an earlier schedule, and is cancelled at `…/schedule`.")
        Instant at,

        @Nullable
        @Schema(
                description = "When it is withdrawn again by itself; never when left out.",
                examples = "2036-03-14T12:00:00Z")
        Instant until,

        @Nullable
        @Schema(
                description =
                        "`true` publishes again what was withdrawn for a legal reason. Only admins may, and the audit trail says so.",
                examples = "false")
        Boolean overLegalWithdrawal,

        @Nullable
        @Schema(
                description =
                        "`true` publishes it although its embargo has not passed. Only admins may, and the audit trail says so.",
                examples = "false")
        Boolean overEmbargo) {

    /** What is said of content that may not be public, or not now. */
    public static final String NOT_YET = "It cannot be published yet.";

    static final String UNDER_EMBARGO =
            "has not passed yet: it is under embargo; only an admin breaks it, by overEmbargo";

    public static final Publication NOW = new Publication(null, null, null, null, null, null, null);

    public Publication {
        publishedAt = whole(publishedAt);
        updatedAt = whole(updatedAt);
        at = whole(at);
        until = whole(until);
    }

    /** Of what was published elsewhere before, and changed there. */
    public static Publication before(Instant publishedAt, Instant updatedAt) {
        return new Publication(publishedAt, updatedAt, null, null, null, null, null);
    }

    private static @Nullable Instant whole(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws Problem {@code invalid-input} for times that cannot be */
    void check(Instant now) {
        if (publishedAt != null && publishedAt.isAfter(now)) {
            throw Problem.invalid("/publishedAt", "must not be in the future; to publish later, give at");
        }
        if (updatedAt != null && publishedAt == null) {
            throw Problem.invalid("/updatedAt", "goes only with publishedAt");
        }
        if (updatedAt != null && (updatedAt.isAfter(now) || updatedAt.isBefore(publishedAt))) {
            throw Problem.invalid("/updatedAt", "must be neither before publishedAt nor in the future");
        }
        if (at != null && !at.isAfter(now)) {
            throw Problem.invalid("/at", "must be in the future; leave it out to publish now");
        }
        if (at != null && publishedAt != null) {
            throw Problem.invalid("/publishedAt", "does not go with at");
        }
        if (until != null && !until.isAfter(at == null ? now : at)) {
            throw Problem.invalid("/until", "must be later than the publication");
        }
    }

    /** The same, ending when the content itself says. @throws Problem {@code invalid-input} when something else is wanted */
    Publication endingAt(@Nullable Instant end) {
        if (end == null) {
            return this;
        }
        if (until != null && !until.equals(end)) {
            throw Problem.invalid("/until", "must be left out: expiresAt of the content says it");
        }
        if (at != null && !end.isAfter(at)) {
            throw Problem.invalid("/at", "must be before expiresAt of the content");
        }
        return new Publication(publishedAt, updatedAt, revision, at, end, overLegalWithdrawal, overEmbargo);
    }

    /** What becomes public by it. */
    <C> Edition<C> edition(C content, long number, boolean first, Instant firstAt, Instant now) {
        Instant changed = first ? Objects.requireNonNullElse(updatedAt, firstAt) : now;
        return new Edition<>(content, number, first, firstAt, changed, until, now);
    }

    /** As the audit trail calls it. */
    AuditAction action() {
        if (isOverLegalWithdrawal()) {
            return AuditAction.LIFT_LEGAL_WITHDRAWAL;
        }
        if (isOverEmbargo()) {
            return AuditAction.BREAK_EMBARGO;
        }
        return at == null ? AuditAction.PUBLISH : AuditAction.SCHEDULE;
    }

    boolean isOverLegalWithdrawal() {
        return Boolean.TRUE.equals(overLegalWithdrawal);
    }

    /** Whether it is to break an embargo. */
    public boolean isOverEmbargo() {
        return Boolean.TRUE.equals(overEmbargo);
    }

    /** Withdrawn again at a time, or never. */
    static Publication until(@Nullable Instant until) {
        return new Publication(null, null, null, null, until, null, null);
    }

    /** Whether this revision is public already in just this way. */
    boolean repeats(WorkingCopy<?> copy, long number) {
        return Long.valueOf(number).equals(copy.publishedRevision())
                && copy.schedule() == null
                && Objects.equals(until, copy.withdrawAt())
                && (publishedAt == null || publishedAt.equals(copy.publishedAt()));
    }

    /** @throws Problem {@code conflict} when there are faults for which it cannot be published yet */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, NOT_YET, faults);
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
