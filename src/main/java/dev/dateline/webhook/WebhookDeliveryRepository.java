package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.database.LockingRepository;
import dev.dateline.http.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Every query about deliveries to webhooks. */
@ApplicationScoped
class WebhookDeliveryRepository implements LockingRepository<WebhookDelivery> {

    /** Of each thing only the first one that waits: later ones come when it has been told. */
    private static final String DUE = """
            select d.* from webhook_delivery d
            where d.webhook_id = :webhook and d.state = 'WAITING' and d.receipt_id is null and d.next_at <= :now
                and (d.taken_until is null or d.taken_until <= :now)
                and (d.history <> :history or d.number <= :heard)
                and not exists (
                select 1 from webhook_delivery e where e.webhook_id = d.webhook_id and e.target_id = d.target_id
                    and e.state = 'WAITING' and e.receipt_id is null and e.ordinal < d.ordinal)
            order by d.next_at, d.ordinal limit :most
            for update of d skip locked
            """;

    /** They wait for nothing but that this node knows itself that the thing is gone. */
    private static final String DUE_REMOVALS = """
            select d.* from webhook_delivery d
            where d.webhook_id = :webhook and d.state = 'WAITING' and d.receipt_id is not null and d.next_at <= :now
                and (d.taken_until is null or d.taken_until <= :now)
                and not exists (
                select 1 from change c where c.target_id = d.target_id and c.history = :history and c.number > :heard)
            order by d.next_at, d.ordinal limit :most
            for update of d skip locked
            """;

    /** @param heard how far this node knows what is public */
    List<WebhookDelivery> due(UUID webhook, ChangePosition heard, Instant now, int most) {
        return due(DUE, webhook, heard, now, most);
    }

    /** @param heard how far this node knows what is public */
    List<WebhookDelivery> dueRemovals(UUID webhook, ChangePosition heard, Instant now, int most) {
        return due(DUE_REMOVALS, webhook, heard, now, most);
    }

    private List<WebhookDelivery> due(String query, UUID webhook, ChangePosition heard, Instant now, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(query, WebhookDelivery.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .setParameter("history", heard.history())
                .setParameter("heard", heard.number())
                .setParameter("most", Math.max(0, most))
                .getResultList();
    }

    Optional<WebhookDelivery> waitingOf(UUID webhook, UUID receipt) {
        return find("webhookId = ?1 and receiptId = ?2 and state = ?3", webhook, receipt, WebhookDeliveryState.WAITING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    long waiting(UUID webhook) {
        return count("webhookId = ?1 and state = ?2", webhook, WebhookDeliveryState.WAITING);
    }

    Optional<WebhookDelivery> forUpdate(UUID webhook, UUID id) {
        return find("webhookId = ?1 and id = ?2", webhook, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** All that wait are told now. */
    void hurry(UUID webhook, Instant now) {
        update("nextAt = ?1 where webhookId = ?2 and state = ?3", now, webhook, WebhookDeliveryState.WAITING);
    }

    /** Newest first. */
    List<WebhookDelivery> page(UUID webhook, @Nullable WebhookDeliveryState state, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        long edge = cursor == null ? Long.MAX_VALUE : cursor.number(Cursor.foreignIn("cursor"));
        Map<String, Object> parameters = new HashMap<>(Map.of("webhook", webhook, "edge", edge));
        if (state != null) {
            parameters.put("state", state);
        }
        String query = "webhookId = :webhook and "
                + (state == null ? "" : "state = :state and ")
                + (backwards ? "ordinal > :edge order by ordinal" : "ordinal < :edge order by ordinal desc");
        return find(query, parameters).range(0, count - 1).list();
    }

    void forget(Instant before) {
        delete("createdAt < ?1 and state <> ?2", before, WebhookDeliveryState.WAITING);
    }
}
