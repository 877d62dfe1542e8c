package dev.dateline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells a client that has shown many wrong keys to wait, so that the database is not asked for each. A key that was good lately is
 * let through all the same: behind one address are those who try keys and those who work.
 */
@Singleton
class WrongKeys {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Longer than {@link AuthenticatedReaders} answers without asking. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final int MOST_CLIENTS = 100_000;

    private final LoadingCache<String, Bucket> clients;
    private final Cache<ByteBuffer, Boolean> good =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LATELY).build();

    WrongKeys(AccessConfig config) {
        int most = config.wrongKeysPerMinute();
        this.clients = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(PERIOD)
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, PERIOD))
                        .build());
    }

    /** @throws Problem {@code too-many-requests} when the client has to wait */
    void check(String client, String bearer) {
        Bucket left = clients.getIfPresent(client);
        if (left != null && left.getAvailableTokens() == 0 && good.getIfPresent(digest(bearer)) == null) {
            throw new Problem(
                    ProblemType.TOO_MANY_REQUESTS, "Too many wrong keys came from your address. Try again later.");
        }
    }

    void wrong(String client, String bearer) {
        good.invalidate(digest(bearer));
        clients.get(client).tryConsume(1);
    }

    void good(String bearer) {
        good.put(digest(bearer), true);
    }

    /** No key is kept in memory as it is. */
    private static ByteBuffer digest(String bearer) {
        return ByteBuffer.wrap(DigestUtils.sha256(bearer));
    }
}
