package dev.dateline.editorial.audit;

import dev.dateline.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about the audit trail. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntry, UUID> {

    /** Newest first: ids are in the order of time. */
    List<AuditEntry> page(AuditFilter filter, @Nullable Cursor cursor, int count) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("1 = 1");
        with(query, parameters, "actor in :", "actors", filter.actors());
        with(query, parameters, "action = :", "action", filter.action());
        with(query, parameters, "kind = :", "kind", filter.kind());
        with(query, parameters, "targetId = :", "target", filter.target());
        with(query, parameters, "at >= :", "from", filter.from());
        with(query, parameters, "at < :", "until", filter.until());
        if (filter.refused() != null) {
            query.append(filter.refused() ? " and refusal is not null" : " and refusal is null");
        }
        boolean backwards = cursor != null && cursor.backwards();
        with(query, parameters, backwards ? "id > :" : "id < :", "after", cursor == null ? null : cursor.id());
        query.append(backwards ? " order by id" : " order by id desc");
        return find(query.toString(), parameters).range(0, count - 1).list();
    }

    private static void with(
            StringBuilder query,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition).append(name);
            parameters.put(name, value);
        }
    }
}
