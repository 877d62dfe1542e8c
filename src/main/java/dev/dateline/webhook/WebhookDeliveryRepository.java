package dev.dateline.webhook;

import dev.dateline.change.ChangePosition;
import dev.dateline.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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
class WebhookDeliveryRepository implements PanacheRepositoryBase<WebhookDelivery, UUID> {

    /** Of each thing only the first one that waits: later ones come when it has been told. Removals come before all, and wait for none. */
    private static final String DUE = """
            select d.* from webhook_delivery d
            where d.webhook_id = :webhook and d.state = 'WAITING' and d.next_at <= :now
                and (d.taken_until is null or d.taken_until <= :now)
                and (d.history <> :history or d.number <= :heard)
                and (d.receipt_id is not null or :changes and not exists (
                    select 1 from webhook_delivery e where e.webhook_id = d.webhook_id and e.target_id = d.target_id
                        and e.state = 'WAITING' and e.receipt_id is null and e.ordinal < d.ordinal))
            order by d.receipt_id is null, d.next_at, d.ordinal limit :most
            for update of d skip locked
            """;

    /**
     * What may be told now.
     *
     * @param changes whether changes are told, and not removals alone
     * @param heard how far this node knows what is public
     */
    List<WebhookDelivery> due(UUID webhook, boolean changes, ChangePosition heard, Instant now, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(DUE, WebhookDelivery.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .setParameter("changes", changes)
                .setParameter("history", heard.history())
                .setParameter("heard", heard.number())
                .setParameter("most", most)
                .getResultList();
    }

    long waiting(UUID webhook) {
        return count("webhookId = ?1 and state = ?2", webhook, WebhookDeliveryState.WAITING);
    }

    Optional<WebhookDelivery> forUpdate(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
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
