package dev.dateline.removal;

import dev.dateline.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about removals. */
@ApplicationScoped
class RemovalRepository implements PanacheRepositoryBase<Removal, UUID> {

    private static final String OUTSTANDING = "m.liftedAt is null and exists (select 1 from RemovalReceipt r"
            + " where r.removalId = m.id and r.acknowledgedAt is null)";

    /** The one that has not been lifted. */
    Optional<Removal> standing(UUID target) {
        return find("targetId = ?1 and liftedAt is null", target).firstResultOptional();
    }

    /**
     * Newest first: ids are in the order of time.
     *
     * @param outstanding only those that somebody has still to acknowledge, or only the others; null for all
     */
    List<Removal> page(@Nullable Boolean outstanding, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("from Removal m where 1 = 1");
        if (outstanding != null) {
            query.append(outstanding ? " and " : " and not ")
                    .append("(")
                    .append(OUTSTANDING)
                    .append(")");
        }
        if (cursor != null) {
            query.append(backwards ? " and m.id > :after" : " and m.id < :after");
            parameters.put("after", cursor.id());
        }
        query.append(backwards ? " order by m.id" : " order by m.id desc");
        return find(query.toString(), parameters).range(0, count - 1).list();
    }
}
