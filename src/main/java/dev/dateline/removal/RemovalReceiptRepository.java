package dev.dateline.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query about receipts of removals. */
@ApplicationScoped
public class RemovalReceiptRepository implements PanacheRepositoryBase<RemovalReceipt, UUID> {

    /** Those that have not acknowledged come first. */
    List<RemovalReceipt> of(Collection<UUID> removals) {
        return list("removalId in ?1 order by acknowledgedAt nulls first, id", removals);
    }

    public List<RemovalReceipt> of(UUID removal) {
        return list("removalId = ?1 order by id", removal);
    }

    Optional<RemovalReceipt> byToken(String token) {
        return find("token", token).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<RemovalReceipt> forUpdate(UUID removal, UUID webhook) {
        return find("removalId = ?1 and webhookId = ?2", removal, webhook)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Its server has taken the message; whoever acknowledges at the same time is not disturbed. */
    public void told(UUID receipt, Instant at) {
        update("toldAt = ?1 where id = ?2 and toldAt is null", at, receipt);
    }
}
