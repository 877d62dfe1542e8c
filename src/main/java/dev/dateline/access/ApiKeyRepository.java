package dev.dateline.access;

import dev.dateline.database.LockingRepository;
import dev.dateline.time.DatabaseClock;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every query about API keys. */
@ApplicationScoped
class ApiKeyRepository implements LockingRepository<ApiKey> {

    Optional<ApiKey> byPrefix(String prefix) {
        return find("prefix", prefix).firstResultOptional();
    }

    /** In a statement of its own: the whole key, read a moment ago, could be written over a revocation. */
    void noteUse(ApiKey key, Instant now) {
        update("lastUsedAt = ?1 where id = ?2", now, key.id());
    }

    List<ApiKey> all() {
        return list("order by id");
    }

    boolean anyAdmin() {
        return admins().count() > 0;
    }

    /** So that of two that go at the same time one sees that the other has gone. */
    void lockAdmins() {
        admins().withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private PanacheQuery<ApiKey> admins() {
        return find(
                "role = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2) order by id",
                Role.ADMIN,
                DatabaseClock.now());
    }
}
