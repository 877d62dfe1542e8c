package dev.dateline.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Finished answers, bounded by the memory they take. What is asked for often stays when many things are asked for once:
 * Caffeine's admission policy is TinyLFU (Einziger, Friedman, Manes: "TinyLFU: A Highly Efficient Cache Admission Policy",
 * 2017). What there is nothing at has a small share of its own, so that made-up addresses compete only with each other.
 */
@Singleton
class ResponseCache {

    private static final int SHARE_OF_NEGATIVE = 16;

    /** How many keys that were asked for once are remembered, as hashes. */
    private static final int ONCE = 1 << 18;

    private final long maxBytes;
    private final Cache<String, FinishedAnswer> found;
    private final Cache<String, FinishedAnswer> negative;
    private final AtomicIntegerArray once = new AtomicIntegerArray(ONCE);

    ResponseCache(DeliveryConfig config) {
        this.maxBytes = config.cache().maxBytes().asLongValue();
        long share = maxBytes / SHARE_OF_NEGATIVE;
        this.found = cache(maxBytes - share);
        this.negative = cache(share);
    }

    private static Cache<String, FinishedAnswer> cache(long maxBytes) {
        return Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, FinishedAnswer answer) -> 2 * key.length() + answer.weight())
                .executor((Executor) Runnable::run)
                .build();
    }

    boolean isOff() {
        return maxBytes == 0;
    }

    @Nullable
    FinishedAnswer find(String key) {
        FinishedAnswer answer = found.getIfPresent(key);
        return answer != null ? answer : negative.getIfPresent(key);
    }

    /**
     * Keeps an answer, but once half of the memory is taken only when it was asked for before. What is asked for once would
     * in the end be pushed out anyway: by then it would have lived long enough to be moved among the old objects, and
     * collecting those halts all.
     */
    void put(String key, FinishedAnswer answer) {
        Cache<String, FinishedAnswer> cache = answer.isNegative() ? negative : found;
        if (isRoomy(cache) || cache.getIfPresent(key) != null || wasAskedBefore(key)) {
            cache.put(key, answer);
        }
        (answer.isNegative() ? found : negative).invalidate(key);
    }

    private static boolean isRoomy(Cache<String, FinishedAnswer> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> weight(cache) < eviction.getMaximum() / 2)
                .orElse(true);
    }

    private boolean wasAskedBefore(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return once.getAndSet(hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(ONCE)), hash) == hash;
    }

    /** How many bytes are taken, by what kind of answer. */
    Map<String, Long> bytes() {
        return Map.of("found", weight(found), "negative", weight(negative));
    }

    private static long weight(Cache<String, FinishedAnswer> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
