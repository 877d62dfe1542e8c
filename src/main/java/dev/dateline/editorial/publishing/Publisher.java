package dev.dateline.editorial.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.change.Change;
import dev.dateline.editorial.Identifiers;
import dev.dateline.editorial.Schedule;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.WorkingCopyService;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import dev.dateline.published.Withdrawal;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and withdraws one kind of thing. In one transaction the working copy and its public copy change together.
 *
 * @param <C> the content
 * @param <E> the working copy
 */
public abstract class Publisher<C, E extends WorkingCopy<C>> {

    private final WorkingCopyService<C, E> copies;
    private final Gate gate;
    private final Change.Kind kind;

    protected Publisher(WorkingCopyService<C, E> copies, Gate gate, Change.Kind kind) {
        this.copies = copies;
        this.gate = gate;
        this.kind = kind;
    }

    /** Notes what the content lacks to be public. */
    protected abstract void check(C content, List<Fault> faults);

    /** Before when it must not be public. */
    protected @Nullable Instant embargo(C content) {
        return null;
    }

    /** Whether its public form names nothing whose public form would have to name it, now or later. */
    protected abstract boolean isUnrelated(E copy);

    /** Writes the public copy and says which cache groups that touches. */
    protected abstract Set<String> expose(E copy, Exposure<C> exposure);

    /** Removes the public copy and says which cache groups that touches. */
    protected abstract Set<String> hide(E copy);

    /**
     * What becomes public.
     *
     * @param first whether it never was before
     * @param publishedAt what readers are told of the first publication, which may have been elsewhere
     * @param now when it really happens
     */
    protected record Exposure<C>(
            C content, long revision, boolean first, Instant publishedAt, Instant updatedAt, Instant now) {}

    /**
     * Makes a revision public, now or at a time; does nothing when it is already.
     *
     * @throws Problem {@code conflict} when the content, an embargo or a missing approval does not allow it
     */
    @Transactional
    public ObjectNode publish(UUID id, @Nullable String ifMatch, Publication publication) {
        gate.door().enter();
        E copy = copies.locked(id, ifMatch);
        Instant now = Identifiers.now();
        publication.check(now);
        long revision = publication.revision() == null ? copy.revision() : publication.revision();
        gate.requireApproval(revision, copy);
        if (publication.at() != null) {
            schedule(copy, revision, publication, now);
        } else if (!isRepetition(copy, revision, publication)) {
            release(copy, revision, publication, gate.mayBreakEmbargo(), now);
            gate.audit(AuditAction.PUBLISH, kind, copy, revision);
        }
        return copies.view(copy);
    }

    private static boolean isRepetition(WorkingCopy<?> copy, long revision, Publication publication) {
        return Long.valueOf(revision).equals(copy.publishedRevision())
                && copy.schedule() == null
                && Objects.equals(publication.until(), copy.withdrawAt())
                && (publication.publishedAt() == null
                        || publication.publishedAt().equals(copy.publishedAt()));
    }

    private void schedule(E copy, long revision, Publication publication, Instant now) {
        Instant at = Objects.requireNonNull(publication.at());
        C content = copies.contentOf(copy, revision);
        requirePublishable(copy, content, at, gate.mayBreakEmbargo());
        boolean overEmbargo = isUnderEmbargo(content, at) || isUnderEmbargo(copy.content(), at);
        copy.schedule(new Schedule(at, revision, gate.caller(), overEmbargo, publication.until()), now);
        gate.audit(AuditAction.SCHEDULE, kind, copy, revision);
    }

    /** Makes the current revision public, now or at a time, in the caller's transaction; no embargo is broken. */
    @Transactional
    public void release(E copy, Publication publication) {
        Instant now = Identifiers.now();
        publication.check(now);
        if (publication.revision() != null) {
            throw Problem.invalid("/publication/revision", "must be left out: what is imported is the first");
        }
        if (publication.at() != null) {
            schedule(copy, copy.revision(), publication, now);
        } else {
            release(copy, copy.revision(), publication, false, now);
        }
    }

    private void release(E copy, long revision, Publication publication, boolean overEmbargo, Instant now) {
        C content = copies.contentOf(copy, revision);
        requirePublishable(copy, content, now, overEmbargo);
        if (copy.isFresh() && isUnrelated(copy)) {
            gate.door().enterBesideOthers();
        } else {
            gate.door().enter();
        }
        boolean first = copy.publishedAt() == null;
        boolean again = copy.isPublic();
        copy.published(revision, publication.publishedAt(), publication.until(), now);
        Instant publishedAt = copy.publishedAt() == null ? now : copy.publishedAt();
        Set<String> touched =
                expose(copy, new Exposure<>(content, revision, first, publishedAt, first ? publishedAt : now, now));
        if (!first && !again) {
            gate.forgetWithdrawal(copy.id());
        }
        note(copy, again ? Change.Event.UPDATED : Change.Event.PUBLISHED, touched);
    }

    /** An embargo that was set on a later revision counts as well: it is about the news, not about one wording of it. */
    private void requirePublishable(E copy, C content, Instant at, boolean overEmbargo) {
        List<Fault> faults = new ArrayList<>();
        check(content, faults);
        if (!overEmbargo && (isUnderEmbargo(content, at) || isUnderEmbargo(copy.content(), at))) {
            faults.add(Fault.at("/embargoedUntil", "has not passed yet: it is under embargo"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It cannot be published yet.", faults);
        }
    }

    private boolean isUnderEmbargo(C content, Instant at) {
        Instant embargo = embargo(content);
        return embargo != null && embargo.isAfter(at);
    }

    /** @throws Problem {@code conflict} when nothing is scheduled any more */
    @Transactional
    public ObjectNode cancelSchedule(UUID id, @Nullable String ifMatch) {
        gate.door().enter();
        E copy = copies.locked(id, ifMatch);
        copy.cancelSchedule(Identifiers.now());
        gate.audit(AuditAction.CANCEL_SCHEDULE, kind, copy, null);
        return copies.view(copy);
    }

    /** @throws Problem {@code conflict} when it is not public */
    @Transactional
    public ObjectNode withdraw(UUID id, @Nullable String ifMatch, Withdrawal.Kind reason, @Nullable String publicNote) {
        gate.door().enter();
        E copy = copies.locked(id, ifMatch);
        withdraw(copy, reason, publicNote);
        gate.audit(AuditAction.WITHDRAW, kind, copy, null);
        return copies.view(copy);
    }

    private void withdraw(E copy, Withdrawal.Kind reason, @Nullable String publicNote) {
        Instant now = Identifiers.now();
        copy.withdraw(now);
        hide(copy, reason, publicNote, now);
    }

    /** A publication that is scheduled for later stays scheduled. */
    private void expire(E copy) {
        Instant now = Identifiers.now();
        copy.expire(now);
        hide(copy, Withdrawal.Kind.EXPIRED, null, now);
    }

    private void hide(E copy, Withdrawal.Kind reason, @Nullable String publicNote, Instant now) {
        Set<String> touched = hide(copy);
        gate.noteWithdrawal(copy.id(), reason, publicNote, now);
        note(copy, Change.Event.WITHDRAWN, touched);
    }

    /** Does what a thing's time has come for, if it still has; the caller is in the door. */
    void keepTime(UUID id, Instant now) {
        E copy = copies.forUpdate(id).orElse(null);
        if (copy == null) {
            return;
        }
        Schedule schedule = copy.schedule();
        if (schedule != null && !schedule.scheduledAt().isAfter(now)) {
            release(
                    copy,
                    schedule.scheduledRevision(),
                    new Publication(null, null, null, schedule.scheduledUntil()),
                    schedule.scheduledOverEmbargo(),
                    later(schedule.scheduledAt(), Identifiers.now()));
            gate.audit(schedule.scheduledBy(), AuditAction.PUBLISH, kind, copy, schedule.scheduledRevision());
        }
        if (copy.withdrawAt() != null && !copy.withdrawAt().isAfter(now)) {
            expire(copy);
            gate.audit(AuditAction.WITHDRAW, kind, copy, null);
        }
    }

    /** The schedule's time by the database's clock; this node's own may be behind. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Takes a publication off the schedule that could not be made, so that it is not tried for ever. */
    void giveUp(UUID id, String reason, Instant now) {
        copies.forUpdate(id).ifPresent(copy -> {
            Schedule schedule = copy.schedule();
            if (schedule != null && !schedule.scheduledAt().isAfter(now)) {
                copy.scheduleFailed(reason, Identifiers.now());
                gate.refused(schedule.scheduledBy(), kind, id, schedule.scheduledRevision(), reason);
            }
        });
    }

    protected final void note(E copy, Change.Event event, Set<String> touched) {
        gate.note(new Change(kind, copy.id(), event, touched));
    }

    protected static void require(@Nullable Object value, String field, List<Fault> faults) {
        boolean missing = value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
        if (missing) {
            faults.add(Fault.at("/" + field, "is required for publishing"));
        }
    }
}
