package dev.dateline.database;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * A repository whose rows are locked before they are changed.
 *
 * @param <E> the entity, under a UUID
 */
public interface LockingRepository<E> extends PanacheRepositoryBase<E, UUID> {

    /**
     * With the row locked to the end of the transaction, as it is once it is locked: writers of one thing queue up. What this transaction read
     * earlier is read anew, because {@link EntityManager#find(Class, Object, LockModeType)} locks what it knows already but leaves it as it was.
     * Whoever changes an entity locks it first: what was changed before is lost. When it was read earlier and deleted since, nothing is found,
     * and the transaction can only be rolled back.
     */
    default Optional<E> forUpdate(UUID id) {
        E found = findById(id);
        if (found == null || isLocked(found)) {
            return Optional.ofNullable(found);
        }
        try {
            getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
            return Optional.of(found);
        } catch (EntityNotFoundException deletedMeanwhile) {
            getEntityManager().detach(found);
            return Optional.empty();
        }
    }

    /** {@code WRITE} is what the transaction has written itself. */
    private boolean isLocked(E found) {
        LockMode mode = getEntityManager().unwrap(Session.class).getCurrentLockMode(found);
        return mode == LockMode.WRITE || !mode.lessThan(LockMode.PESSIMISTIC_WRITE);
    }
}
