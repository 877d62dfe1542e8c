package dev.dateline.cache;

import dev.dateline.access.AccessConfig;
import dev.dateline.cdn.PurgeConfig;
import dev.dateline.change.Changed;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Set;

/** The parts of the cache, made without a server from the configuration's defaults. */
public final class CacheTestObjects {

    private CacheTestObjects() {}

    public static CacheGroupVersions versions() {
        return new CacheGroupVersions();
    }

    /** A change of what is in the group has been committed. */
    public static void touch(CacheGroupVersions versions, String group) {
        versions.touch(new Changed(Set.of(group), false, List.of()));
    }

    public static ResponseCache cache(DirectMemoryBudget memory) {
        return new ResponseCache(config(CacheConfig.class), memory);
    }

    public static CachePolicy policy() {
        return new CachePolicy(config(FreshnessConfig.class), config(PurgeConfig.class), config(AccessConfig.class));
    }

    private static <T> T config(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withDefaultValue("dateline.delivery.cache.max-bytes", "1M")
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(mapping);
    }
}
