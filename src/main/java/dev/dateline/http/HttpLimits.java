package dev.dateline.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much a request may bring, how many a client may send, and how slowly. */
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

    /** How slow a client may be before its connection is closed. */
    SlowClients slowClients();

    /** How slow a client may be before its connection is closed. */
    interface SlowClients {

        /** How long the head of a request may take, and bodies and answers until their rate is looked at. */
        @WithDefault("20s")
        @DurationMin(seconds = 1)
        Duration patience();

        /**
         * How much of a body or an answer must move, while the client is what it waits for. Of an answer a quarter of a
         * megabyte waits in the system and does not count: who takes nothing is noticed some four minutes later.
         */
        @WithDefault("1000")
        @Min(1)
        int leastBytesPerSecond();
    }
}
