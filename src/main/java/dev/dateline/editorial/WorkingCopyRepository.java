package dev.dateline.editorial;

import dev.dateline.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries that every kind of working copy has. */
public interface WorkingCopyRepository<E extends WorkingCopy<?>> extends PanacheRepositoryBase<E, UUID> {

    /** With the row locked to the end of the transaction: writers of one thing queue up. */
    default Optional<E> forUpdate(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether another one has the slug. */
    default boolean slugTaken(String slug, UUID self) {
        return count("slug = ?1 and id <> ?2", slug, self) > 0;
    }

    /** The last modified first. */
    default List<E> page(WorkingCopyFilter filter, @Nullable Cursor cursor, int count) {
        boolean backwards = cursor != null && cursor.backwards();
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("1 = 1");
        if (filter.state() != null) {
            query.append(" and state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.language() != null) {
            query.append(" and language = :language");
            parameters.put("language", filter.language());
        }
        if (filter.externalId() != null) {
            query.append(" and externalId = :externalId");
            parameters.put("externalId", filter.externalId());
        }
        if (cursor != null) {
            query.append(" and (modifiedAt, id) ").append(backwards ? ">" : "<").append(" (:at, :after)");
            parameters.put("at", cursor.time());
            parameters.put("after", cursor.id());
        }
        String direction = backwards ? "asc" : "desc";
        query.append(" order by modifiedAt ").append(direction).append(", id ").append(direction);
        return find(query.toString(), parameters).range(0, count - 1).list();
    }
}
