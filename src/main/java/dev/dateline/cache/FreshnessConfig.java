package dev.dateline.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long others may keep public answers. */
@ConfigMapping(prefix = "dateline.delivery")
public interface FreshnessConfig {

    /** How long a browser may use an answer without asking again. */
    @WithDefault("10s")
    Duration maxAge();

    /** How long a shared cache (a CDN) may use an answer without asking again. */
    @WithDefault("30s")
    Duration sharedMaxAge();

    /** The same for "not found", "withdrawn" and "moved", where it is shorter. */
    @WithDefault("10s")
    Duration negativeMaxAge();

    /** How long after that a cache may still use it while it asks in the background. */
    @WithDefault("60s")
    Duration staleWhileRevalidate();

    /** How long a cache may use it when Dateline does not answer. */
    @WithDefault("1d")
    Duration staleIfError();
}
