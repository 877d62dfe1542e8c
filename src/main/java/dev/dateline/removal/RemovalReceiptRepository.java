package dev.dateline.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    List<RemovalReceipt> outstanding(UUID removal) {
        return list("removalId = ?1 and acknowledgedAt is null order by id", removal);
    }

    Optional<RemovalReceipt> byToken(String token) {
        return find("token", token).firstResultOptional();
    }
}
