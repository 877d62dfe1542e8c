package dev.dateline.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finished answers, bounded by the memory they take, which is outside the heap. What is asked for often stays when many
 * things are asked for once: Caffeine's admission policy is TinyLFU (Einziger, Friedman, Manes: "TinyLFU: A Highly
 * Efficient Cache Admission Policy", 2017). What there is nothing at has a small share of its own, so that made-up addresses
 * compete only with each other.
 */
@Singleton
public class ResponseCache {

    private static final int SHARE_OF_NEGATIVE = 16;
    private static final Logger LOG = Logger.getLogger(ResponseCache.class);

    private final DirectMemoryBudget memory;
    private final long maxBytes;
    private final Cache<String, FinishedAnswer> found;
    private final Cache<String, FinishedAnswer> negative;

    ResponseCache(CacheConfig config, DirectMemoryBudget memory) {
        this.memory = memory;
        this.maxBytes = bounded(config.maxBytes().asLongValue());
        long share = maxBytes / SHARE_OF_NEGATIVE;
        this.found = cache(maxBytes - share);
        this.negative = cache(share);
    }

    private long bounded(long wanted) {
        if (wanted > memory.forTheCache()) {
            LOG.warnf(
                    "dateline.delivery.cache.max-bytes is %d, but %d is half of what the JVM allows outside its"
                            + " heap, and all that is used: set -XX:MaxDirectMemorySize, which is -Xmx when left out",
                    wanted, memory.forTheCache());
        }
        return Math.min(wanted, memory.forTheCache());
    }

    private static Cache<String, FinishedAnswer> cache(long maxBytes) {
        return Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, FinishedAnswer answer) -> 2 * key.length() + answer.weight())
                .removalListener((@Nullable String key, @Nullable FinishedAnswer answer, RemovalCause cause) ->
                        Objects.requireNonNull(answer).release())
                .executor((Executor) Runnable::run)
                .build();
    }

    @PreDestroy
    void close() {
        found.invalidateAll();
        negative.invalidateAll();
    }

    public boolean isOff() {
        return maxBytes == 0;
    }

    @Nullable
    public FinishedAnswer find(String key) {
        FinishedAnswer answer = found.getIfPresent(key);
        return answer != null ? answer : negative.getIfPresent(key);
    }

    /**
     * Keeps it, unless it is larger than all that may be kept, or readers are still being sent so much that there is no room.
     *
     * @return the answer as it is kept; null when it is not, also because what is asked for more often needs the room
     */
    @Nullable
    public FinishedAnswer put(String key, FinishedAnswer answer) {
        (answer.isNegative() ? found : negative).invalidate(key);
        Cache<String, FinishedAnswer> cache = answer.isNegative() ? negative : found;
        if (answer.weight() > maxBytes || !memory.hasRoom(answer.weight())) {
            cache.invalidate(key);
            return null;
        }
        FinishedAnswer kept = answer.kept();
        cache.put(key, kept);
        return kept.refCnt() > 0 ? kept : null;
    }

    /** The keys of some of what may be trusted no more and a reader has asked for since it was put here. */
    public List<String> outdatedSinceAsked(CacheGroupVersions versions, int most) {
        return found.asMap().entrySet().stream()
                .filter(kept -> kept.getValue().wasAsked())
                .filter(kept ->
                        !kept.getValue().holds(versions) || kept.getValue().isOverdue())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** From now on, nobody has asked for it; false when that was so. */
    public boolean forgetAsked(String key) {
        FinishedAnswer answer = found.getIfPresent(key);
        return answer != null && answer.forgetAsked();
    }

    /** How many bytes are taken, by what kind of answer. */
    public Map<String, Long> bytes() {
        return Map.of("found", weight(found), "negative", weight(negative));
    }

    private static long weight(Cache<String, FinishedAnswer> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
