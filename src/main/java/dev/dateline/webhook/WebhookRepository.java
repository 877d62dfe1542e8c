package dev.dateline.webhook;

import dev.dateline.database.LockingRepository;
import dev.dateline.database.OneColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Every query about webhooks. */
@ApplicationScoped
class WebhookRepository implements LockingRepository<Webhook> {

    List<Webhook> all() {
        return list("order by id");
    }

    /** Until the transaction ends, no other one makes a webhook or tells all of them. */
    void lock() {
        OneColumn.query(
                        getEntityManager().unwrap(Session.class),
                        "select 1 as locked from pg_advisory_xact_lock(hashtextextended('webhooks', 0))",
                        "locked",
                        Integer.class)
                .getSingleResult();
    }

    /** With those that are being made. */
    List<Webhook> allForUpdate() {
        lock();
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Those that are told of something: of what they follow, or at least of removals. */
    List<Webhook> open() {
        return list("pause is null or pause in ?1 order by id", WebhookPause.AUTOMATIC);
    }

    /** It has answered, whatever failed at the same time. */
    void succeeded(UUID id) {
        update("failingSince = null where id = ?1 and failingSince is not null", id);
    }

    /** The same, unless it is paused or somebody else is at it. */
    Optional<Webhook> ifFree(UUID id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from webhook where id = :id and pause is null for update skip locked", Webhook.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }
}
