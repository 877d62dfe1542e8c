package dev.dateline.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How public answers may be kept. */
@ConfigMapping(prefix = "dateline.delivery")
public interface DeliveryConfig {

    /** How long a browser may use an answer without asking again. */
    @WithDefault("10s")
    Duration maxAge();

    /** How long a shared cache (a CDN) may use an answer without asking again. */
    @WithDefault("30s")
    Duration sharedMaxAge();

    /** How long after that a cache may still use it while it asks in the background. */
    @WithDefault("60s")
    Duration staleWhileRevalidate();

    /** How long a cache may use it when Dateline does not answer. */
    @WithDefault("1d")
    Duration staleIfError();

    /** Origins whose pages may read delivery from a browser: {@code *} for all, a list, or empty for none. */
    @WithDefault("*")
    Optional<List<String>> corsOrigins();
}
