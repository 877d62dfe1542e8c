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
 * name the revision that they are about: four facts that hold side by side. Callers hold the row's lock, so plain counters
 * are enough.
 *
 * @param <C> the content: an immutable record with value equality
 */
@MappedSuperclass
public abstract class WorkingCopy<C extends EditorialContent> extends RevisedContent<C> {

    @Enumerated(EnumType.STRING)
    private ReviewState review = ReviewState.DRAFT;

    private @Nullable Long reviewRevision;

    @Embedded
    private @Nullable ReviewStep reviewStep;

    private Long[] approvedRevisions = {};
    private @Nullable Long publishedRevision;
    private @Nullable Instant publishedAt;
    private @Nullable Instant liveSince;
    private @Nullable Instant updatedForReadersAt;

    @Embedded
    private @Nullable Withdrawn withdrawn;

    @Embedded
    private @Nullable Schedule schedule;

    private @Nullable String scheduleFailure;
    private @Nullable Instant withdrawAt;

    protected WorkingCopy() {}

    protected WorkingCopy(UUID id, Instant now) {
        super(id, now);
    }

    /** @throws Problem {@code conflict} when that does not follow on where the current revision is */
    public void review(ReviewState target, @Nullable String note, String by, Instant now) {
        switch (target) {
            case IN_REVIEW -> submit(now);
            case APPROVED -> approve(now);
            case DRAFT -> sendBack(now);
        }
        reviewStep = new ReviewStep(target, revision(), by, now, note);
    }

    /** @throws Problem {@code conflict} unless the current revision is a draft that is not public */
    private void submit(Instant now) {
        requireNotLive("submitted for review");
        requireReview(ReviewState.DRAFT, "submitted for review");
        reviewRevision = revision();
        changed(now);
    }

    /** @throws Problem {@code conflict} unless the current revision is in review */
    private void approve(Instant now) {
        requireReview(ReviewState.IN_REVIEW, "approved");
        approvedRevisions = Arrays.copyOf(approvedRevisions, approvedRevisions.length + 1);
        approvedRevisions[approvedRevisions.length - 1] = revision();
        reviewRevision = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} unless the current revision is in review or approved, and neither public nor scheduled */
    private void sendBack(Instant now) {
        requireNotLive("sent back");
        if (isScheduled(revision())) {
            throw Problem.conflict(
                    "Revision %d is scheduled; cancel that before you send it back.".formatted(revision()));
        }
        if (review != ReviewState.APPROVED) {
            requireReview(ReviewState.IN_REVIEW, "sent back");
        }
        approvedRevisions = Arrays.stream(approvedRevisions)
                .filter(number -> number != revision())
                .toArray(Long[]::new);
        reviewRevision = null;
        changed(now);
    }

    private void requireNotLive(String deed) {
        if (isLive(revision())) {
            throw Problem.conflict("Revision %d is published, so it cannot be %s.".formatted(revision(), deed));
        }
    }

    private void requireReview(ReviewState needed, String deed) {
        if (review != needed) {
            throw Problem.conflict("Revision %d is %s; only what is %s can be %s."
                    .formatted(revision(), review.words(), needed.words(), deed));
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
        if (publishedRevision == null) {
            liveSince = now;
        }
        publishedRevision = revision;
        withdrawn = null;
        withdrawAt = until;
        schedule = null;
        scheduleFailure = null;
        changed(now);
    }

    /** @throws Problem {@code conflict} when it is not public */
    public void withdraw(Withdrawn withdrawal, Instant now) {
        if (publishedRevision == null) {
            throw Problem.conflict("It is not published, so there is nothing to withdraw.");
        }
        schedule = null;
        expire(withdrawal, now);
    }

    /** Its time is over. What is scheduled for later goes out all the same. */
    public void expire(Withdrawn withdrawal, Instant now) {
        withdrawn = withdrawal;
        publishedRevision = null;
        liveSince = null;
        withdrawAt = null;
        changed(now);
    }

    /** Says otherwise why it was withdrawn. For a legal reason nothing stays scheduled. */
    public void explainWithdrawal(Withdrawn withdrawal, Instant now) {
        withdrawn = withdrawal;
        schedule = withdrawal.isLegal() ? null : schedule;
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
        if (reviewRevision != null && reviewRevision == revision()) {
            review = ReviewState.IN_REVIEW;
        } else {
            review = isApproved(revision()) ? ReviewState.APPROVED : ReviewState.DRAFT;
        }
    }

    private boolean isLive(long number) {
        return publishedRevision != null && publishedRevision == number;
    }

    private boolean isScheduled(long number) {
        return schedule != null && schedule.scheduledRevision() == number;
    }

    public ReviewState review() {
        return review;
    }

    /** The last step of a review, perhaps of an earlier revision; null when there was none. */
    public @Nullable ReviewStep reviewStep() {
        return reviewStep;
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

    /** Notes the time of the last publication, as readers are told. */
    public void updatedForReaders(Instant at) {
        updatedForReadersAt = at;
    }

    /** The last publication as readers are told of it, or null when it never was public. */
    public @Nullable Instant updatedForReadersAt() {
        return updatedForReadersAt;
    }

    /** Since when without a break, or null. */
    public @Nullable Instant liveSince() {
        return liveSince;
    }

    /** That it was withdrawn and not published again, or null. */
    public @Nullable Withdrawn withdrawn() {
        return withdrawn;
    }

    public boolean isWithdrawnForLegalReason() {
        return withdrawn != null && withdrawn.isLegal();
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

    /** Whether a revision is scheduled, or was approved and not published since: perhaps an earlier one. */
    public boolean isAwaited() {
        Long approved = approvedRevision();
        return schedule != null || (approved != null && approved > (publishedRevision == null ? 0 : publishedRevision));
    }

    /** Whether the public sees something else than this content. */
    public boolean hasUnpublishedChanges() {
        return publishedRevision != null && publishedRevision != revision();
    }
}
