package dev.dateline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Who may read without being asked for the key again: everybody when delivery is public, otherwise those who have shown a
 * good key or token in the last seconds. While the database is away an older acquaintance will do.
 */
@Singleton
public class AuthenticatedReaders {

    /** How long a revoked key may still read on other nodes. */
    static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private static final Duration GOOD_WITHOUT_DATABASE = Duration.ofMinutes(10);
    private static final int MOST = 100_000;

    private final boolean open;
    private final Cache<ByteBuffer, Long> shown = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(GOOD_WITHOUT_DATABASE)
            .build();

    AuthenticatedReaders(AccessConfig config) {
        this.open = config.delivery() == AccessConfig.Delivery.PUBLIC;
    }

    /** @param attached whether the database could be asked */
    public boolean admits(@Nullable String authorization, boolean attached) {
        if (open) {
            return true;
        }
        Long at = authorization == null ? null : shown.getIfPresent(digest(authorization));
        return at != null && (!attached || System.nanoTime() - at < GOOD_FOR.toNanos());
    }

    void remember(@Nullable String authorization) {
        if (authorization != null) {
            shown.put(digest(authorization), System.nanoTime());
        }
    }

    void forgetAll() {
        shown.invalidateAll();
    }

    /** No key is kept in memory as it is. */
    private static ByteBuffer digest(String authorization) {
        return ByteBuffer.wrap(DigestUtils.sha256(authorization));
    }
}
