package dev.dateline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dateline.entitlement.Entitlement;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what without being asked for the key again: those who show none, when delivery is public, and those who have shown a
 * good key or token in the last seconds. While the database is away an older acquaintance will do; and where all is open anyway.
 */
@Singleton
public class AuthenticatedReaders {

    /** How long a revoked key may still read on other nodes. */
    static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private static final Duration GOOD_WITHOUT_DATABASE = Duration.ofMinutes(10);
    private static final int MOST = 100_000;
    private static final String BEARER = "Bearer ";

    /** Whoever may have all that is public. */
    private static final String EVERYTHING = "";

    private final boolean open;
    private final AtomicLong revocations = new AtomicLong();
    private final Cache<ByteBuffer, Known> shown = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(GOOD_WITHOUT_DATABASE)
            .build();

    AuthenticatedReaders(AccessConfig config) {
        this.open = config.delivery() == AccessConfig.Delivery.PUBLIC;
    }

    /** @param share as in {@link #share} */
    private record Known(String share, long at) {}

    /**
     * What they may have: the same text for all who may have the same, empty for everything, null for those who are not known.
     *
     * @param attached whether the database could be asked
     */
    public @Nullable String share(@Nullable String authorization, boolean attached) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return open ? EVERYTHING : null;
        }
        Known known = shown.getIfPresent(digest(authorization));
        return known != null
                        && ((open && known.share().isEmpty())
                                || !attached
                                || System.nanoTime() - known.at() < GOOD_FOR.toNanos())
                ? known.share()
                : null;
    }

    /** Asked before a key is checked, and told when it is remembered. */
    long revocations() {
        return revocations.get();
    }

    /** @param revocations that there were before it was checked: a key that was revoked meanwhile is not remembered */
    void remember(String authorization, @Nullable Entitlement entitlement, long revocations) {
        String share = entitlement == null ? EVERYTHING : entitlement.fingerprint();
        shown.put(digest(authorization), new Known(share, System.nanoTime()));
        if (revocations != this.revocations.get()) {
            shown.invalidateAll();
        }
    }

    void forgetAll() {
        revocations.incrementAndGet();
        shown.invalidateAll();
    }

    /** No key is kept in memory as it is. */
    private static ByteBuffer digest(String authorization) {
        return ByteBuffer.wrap(DigestUtils.sha256(authorization));
    }
}
