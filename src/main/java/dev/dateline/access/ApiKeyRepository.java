package dev.dateline.access;

import dev.dateline.database.LockingRepository;
import dev.dateline.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
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
        return count(
                        "role = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)",
                        Role.ADMIN,
                        DatabaseClock.now())
                > 0;
    }
}
