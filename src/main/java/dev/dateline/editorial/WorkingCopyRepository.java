package dev.dateline.editorial;

import dev.dateline.database.LockingRepository;
import dev.dateline.http.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The queries that every kind of working copy has. */
public interface WorkingCopyRepository<E extends WorkingCopy<?>> extends LockingRepository<E> {

    /** Nothing that is found from now on in the transaction is watched for changes, which saves time. */
    default void onlyRead() {
        getEntityManager().unwrap(Session.class).setDefaultReadOnly(true);
    }

    /** Those with these ids; what is gone is absent. */
    default List<E> withIds(Collection<String> ids) {
        return list("id in ?1", ids.stream().map(UUID::fromString).toList());
    }

    /** Whether another one has the slug. */
    default boolean slugTaken(String slug, UUID self) {
        return count("slug = ?1 and id <> ?2", slug, self) > 0;
    }

    /** Of which readers get the published revision, as a condition in HQL. */
    default String isRead() {
        return "publishedRevision is not null";
    }

    /** @param count at most so many, in the direction of the cursor */
    default List<E> page(WorkingCopyFilter filter, @Nullable Cursor cursor, int count) {
        WorkingCopyConditions conditions = WorkingCopyConditions.of(filter, isRead());
        String query = conditions.page(filter.order(), cursor);
        return find(query, conditions.parameters()).range(0, count - 1).list();
    }

    default long count(WorkingCopyFilter filter) {
        WorkingCopyConditions conditions = WorkingCopyConditions.of(filter, isRead());
        return count(conditions.text(), conditions.parameters());
    }
}
