package dev.dateline.editorial;

import dev.dateline.content.EditorialContent;
import dev.dateline.problem.Problem;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor works on: content, and how it stands with the newsroom and the public. Every change raises the version,
 * which is the ETag; every change of content also makes a new revision. Review, approval, schedule and publication each
 * name the revision that they are about, and the {@link State} follows from them. Callers hold the row's lock, so plain
 * counters are enough.
 *
 * @param <C> the content: an immutable record with value equality
 */
@MappedSuperclass
public abstract class WorkingCopy<C extends EditorialContent> extends RevisedContent<C> {

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private @Nullable Long reviewRevision;
    private Long[] approvedRevisions = {};
    private @Nullable Long withdrawnRevision;
    private @Nullable Long publishedRevision;
    private @Nullable Instant publishedAt;

    @Embedded
    private @Nullable Schedule schedule;

    private @Nullable String scheduleFailure;
    private @Nullable Instant withdrawAt;

    protected WorkingCopy() {}

    protected WorkingCopy(UUID id, Instant now) {
        super(id, now);
    }

    /** @throws Problem {@code conflict} unless the current revision is a draft or was withdrawn */
    public void submit(Instant now) {
        if (state != State.WITHDRAWN) {
            requireState(State.DRAFT, "submitted for review");
        }
        withdrawnRevision = null;
        reviewRevision = revision();
        changed(now);
    }

    /** @throws Problem {@code conflict} unless the current revision is in review */
    public void approve(Instant now) {
        requireState(State.IN_REVIEW, "approved");
        approvedRevisions = Arrays.copyOf(approvedRevisions, approvedRevisions.length + 1);
        approvedRevisions[approvedRevisions.length - 1] = revision();
        reviewRevision = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} unless the current revision is in review or approved */
    public void sendBack(Instant now) {
        if (state != State.APPROVED) {
            requireState(State.IN_REVIEW, "sent back");
        }
        approvedRevisions = Arrays.stream(approvedRevisions)
                .filter(number -> number != revision())
                .toArray(Long[]::new);
        reviewRevision = null;
        changed(now);
    }

    private void requireState(State needed, String deed) {
        if (state != needed) {
            throw Problem.conflict("Revision %d is %s; only what is %s can be %s."
                    .formatted(revision(), state.words(), needed.words(), deed));
        }
    }

    /** Puts a publication off to a time; it takes the place of an earlier one. */
    public void schedule(Schedule later, Instant now) {
        schedule = later;
        scheduleFailure = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} when nothing is scheduled, or no longer */
    public void cancelSchedule(Instant now) {
        if (schedule == null) {
            throw Problem.conflict("Nothing is scheduled: it was not, or its time has come already.");
        }
        schedule = null;
        changed(now);
    }

    /** The time came, and it could not be published. */
    public void scheduleFailed(String reason, Instant now) {
        schedule = null;
        scheduleFailure = reason;
        changed(now);
    }

    /** Notes that a revision is public now. The first publication's time stays unless a new one is given. */
    public void published(long revision, @Nullable Instant at, @Nullable Instant until, Instant now) {
        if (at != null) {
            publishedAt = at;
        } else if (publishedAt == null) {
            publishedAt = now;
        }
        publishedRevision = revision;
        withdrawnRevision = null;
        withdrawAt = until;
        schedule = null;
        scheduleFailure = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} when it is not public */
    public void withdraw(Instant now) {
        if (publishedRevision == null) {
            throw Problem.conflict("It is not published, so there is nothing to withdraw.");
        }
        schedule = null;
        expire(now);
    }

    /** Its time is over. What is scheduled for later goes out all the same. */
    public void expire(Instant now) {
        withdrawnRevision = publishedRevision;
        publishedRevision = null;
        withdrawAt = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} while it is public */
    public void requireNotPublic() {
        if (isPublic()) {
            throw Problem.conflict("It is published. Withdraw it before you delete it.");
        }
    }

    @Override
    protected void changed(Instant now) {
        super.changed(now);
        state = currentState();
    }

    private State currentState() {
        if (isCurrent(publishedRevision)) {
            return State.PUBLISHED;
        }
        if (schedule != null && isCurrent(schedule.scheduledRevision())) {
            return State.SCHEDULED;
        }
        if (isCurrent(withdrawnRevision)) {
            return State.WITHDRAWN;
        }
        if (isCurrent(reviewRevision)) {
            return State.IN_REVIEW;
        }
        return isApproved(revision()) ? State.APPROVED : State.DRAFT;
    }

    private boolean isCurrent(@Nullable Long number) {
        return number != null && number == revision();
    }

    public State state() {
        return state;
    }

    /** The one that was approved last, or null. */
    public @Nullable Long approvedRevision() {
        return approvedRevisions.length == 0 ? null : approvedRevisions[approvedRevisions.length - 1];
    }

    /** Whether the revision was approved, at whatever time: an old approval still stands for the old words. */
    public boolean isApproved(long number) {
        return Arrays.asList(approvedRevisions).contains(number);
    }

    public @Nullable Long publishedRevision() {
        return publishedRevision;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Schedule schedule() {
        return schedule;
    }

    public @Nullable String scheduleFailure() {
        return scheduleFailure;
    }

    public @Nullable Instant withdrawAt() {
        return withdrawAt;
    }

    public boolean isPublic() {
        return publishedRevision != null;
    }

    /** Whether the public sees something else than this content. */
    public boolean hasUnpublishedChanges() {
        return publishedRevision != null && publishedRevision != revision();
    }
}
