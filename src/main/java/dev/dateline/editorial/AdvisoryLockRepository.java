package dev.dateline.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Named locks across all nodes. They make those who want the same new slug wait for each other, and let publications
 * through the door one at a time.
 */
@ApplicationScoped
public class AdvisoryLockRepository {

    private final EntityManager entityManager;

    AdvisoryLockRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Held to the end of the transaction. */
    public void lock(String name) {
        entityManager
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, name)
                .getSingleResult();
    }
}
