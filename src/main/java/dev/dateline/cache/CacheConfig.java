package dev.dateline.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Answers that are kept in memory. */
@ConfigMapping(prefix = "dateline.delivery.cache")
public interface CacheConfig {

    /**
     * How much memory they may take, for example {@code 64M}; 0 turns the cache off. It is outside the heap, and at most
     * half of {@code -XX:MaxDirectMemorySize}.
     */
    @WithDefault("64M")
    MemorySize maxBytes();

    /**
     * Whether what a change has outdated is read again at once, when readers have asked for it since it was read: they need not wait for
     * it then, and have it when the database goes away.
     */
    @WithDefault("true")
    boolean readsAhead();
}
