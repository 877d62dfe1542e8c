package dev.dateline.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How much a request may bring, and how many a client may send. */
@ConfigMapping(prefix = "dateline.http")
public interface HttpLimits {

    /** The longest JSON body that is read, in bytes. Imports are streamed and have no limit. */
    @WithDefault("5242880")
    int maxBodyBytes();

    /** How many requests one client may send. */
    RateLimit rateLimit();

    /** How many requests one client may send. */
    interface RateLimit {

        /** So many in each period; no limit when left out. */
        Optional<@Min(1) Integer> requests();

        /** The period. */
        @WithDefault("1m")
        Duration period();
    }
}
