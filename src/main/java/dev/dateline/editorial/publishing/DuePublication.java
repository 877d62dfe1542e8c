package dev.dateline.editorial.publishing;

import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.Schedule;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.published.WithdrawalKind;
import dev.dateline.time.DatabaseClock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Does what something's time has come for. Callers hold the lock for publishing. */
final class DuePublication<C extends EditorialContent, E extends WorkingCopy<C>> {

    private final Publisher<C, E> publisher;
    private final AuditLog audit;
    private final UUID id;
    private final Instant now;

    /** @param now by the database's clock */
    DuePublication(Publisher<C, E> publisher, UUID id, Instant now) {
        this.publisher = publisher;
        this.audit = publisher.support().audit();
        this.id = id;
        this.now = now;
    }

    /** Publishes or withdraws it, if its time has still come. */
    void run() {
        publisher.copies().forUpdate(id).ifPresent(copy -> {
            publish(copy);
            expire(copy);
        });
    }

    private void publish(E copy) {
        Schedule schedule = copy.schedule();
        if (schedule != null && !schedule.scheduledAt().isAfter(now)) {
            publisher.release(
                    copy,
                    schedule.scheduledRevision(),
                    Publication.until(schedule.scheduledUntil()),
                    Objects.requireNonNullElse(schedule.scheduledOverEmbargo(), Instant.MIN),
                    Publication.later(schedule.scheduledAt(), DatabaseClock.now()));
            copy.wasAutomatic();
            audit.done(schedule.scheduledBy(), AuditAction.PUBLISH, publisher.kind(), id, schedule.scheduledRevision());
        }
    }

    /** What is scheduled for later stays scheduled. */
    private void expire(E copy) {
        if (copy.withdrawAt() != null && !copy.withdrawAt().isAfter(now)) {
            Withdrawn expired = publisher.withdrawn(WithdrawalKind.EXPIRED);
            copy.expire(expired, expired.withdrawnAt());
            copy.wasAutomatic();
            publisher.remove(copy, expired);
            audit.done(AuditAction.WITHDRAW, publisher.kind(), id, null);
        }
    }

    /**
     * Takes a publication off the schedule that could not be made, so that it is not tried for ever.
     *
     * @return whether there was one; what has expired is not left to readers
     */
    boolean cancel(String reason) {
        E copy = publisher.copies().forUpdate(id).orElse(null);
        Schedule schedule = copy == null ? null : copy.schedule();
        if (copy == null || schedule == null || schedule.scheduledAt().isAfter(now)) {
            return false;
        }
        copy.scheduleFailed(reason, DatabaseClock.now());
        copy.wasAutomatic();
        audit.refused(
                schedule.scheduledBy(),
                AuditAction.PUBLISH,
                publisher.kind(),
                id,
                schedule.scheduledRevision(),
                reason);
        return true;
    }
}
