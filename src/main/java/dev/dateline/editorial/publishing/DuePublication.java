package dev.dateline.editorial.publishing;

import dev.dateline.change.Change;
import dev.dateline.content.EditorialContent;
import dev.dateline.editorial.Schedule;
import dev.dateline.editorial.Withdrawn;
import dev.dateline.editorial.WorkingCopy;
import dev.dateline.editorial.audit.AuditAction;
import dev.dateline.editorial.audit.AuditLog;
import dev.dateline.media.ImageLibrary;
import dev.dateline.media.ShownContent;
import dev.dateline.published.WithdrawalKind;
import dev.dateline.time.DatabaseClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
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
            show(copy);
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
                    Publisher.later(schedule.scheduledAt(), DatabaseClock.now()));
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

    /** The rights to its pictures have ended, or were given again: readers get the same revision without them, or with them. */
    private void show(E copy) {
        ImageLibrary images = publisher.support().images();
        if (!copy.isPublic() || !images.isOutdated(id)) {
            return;
        }
        long revision = Objects.requireNonNull(copy.publishedRevision());
        Instant at = Publisher.later(now, DatabaseClock.now());
        ShownContent shown = images.shown(publisher.copies().contentOf(copy, revision), at, new ArrayList<>());
        Edition<C> edition = new Edition<>(
                publisher.copies().type().cast(shown.content()),
                revision,
                false,
                Objects.requireNonNull(copy.publishedAt()),
                Objects.requireNonNull(copy.updatedForReadersAt()),
                copy.withdrawAt(),
                at);
        Set<String> touched = new HashSet<>(publisher.publish(copy, edition));
        touched.addAll(images.show(publisher.kind(), id, shown.images(), false));
        publisher.support().changes().note(new Change(publisher.kind(), id, Change.Event.UPDATED, touched));
    }

    /** Takes a publication off the schedule that could not be made, so that it is not tried for ever. */
    void cancel(String reason) {
        publisher.support().images().settle(id);
        publisher.copies().forUpdate(id).ifPresent(copy -> {
            Schedule schedule = copy.schedule();
            if (schedule != null && !schedule.scheduledAt().isAfter(now)) {
                copy.scheduleFailed(reason, DatabaseClock.now());
                copy.wasAutomatic();
                audit.refused(
                        schedule.scheduledBy(),
                        AuditAction.PUBLISH,
                        publisher.kind(),
                        id,
                        schedule.scheduledRevision(),
                        reason);
            }
        });
    }
}
