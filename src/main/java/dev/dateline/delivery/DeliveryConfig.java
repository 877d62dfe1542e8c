package dev.dateline.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How public answers are kept and protected. */
@ConfigMapping(prefix = "dateline.delivery")
public interface DeliveryConfig {

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

    /** Origins whose pages may read delivery from a browser: {@code *} for all, a list, or empty for none. */
    @WithDefault("*")
    Optional<List<String>> corsOrigins();

    /** Answers that are kept in memory. */
    Cache cache();

    /** Protection of the database from more questions than it can answer. */
    Cold cold();

    /** A read replica; without one, public reads go to the same database as everything. */
    Datasource datasource();

    /** Telling a CDN what has changed. */
    Purge purge();

    /** Answers that are kept in memory. */
    interface Cache {

        /**
         * How much memory they may take, for example {@code 64M}; 0 turns the cache off. It is outside the heap, and at most
         * half of {@code -XX:MaxDirectMemorySize}.
         */
        @WithDefault("64M")
        MemorySize maxBytes();
    }

    /** Answers that are not in memory. */
    interface Cold {

        /** How many are computed at a time; each uses one connection of the pool {@code delivery}. */
        @WithDefault("8")
        @Min(1)
        int concurrency();

        /** How many more may wait; further ones get 503 with {@code Retry-After} at once. */
        @WithDefault("256")
        @Min(0)
        int queue();

        /** How long one may wait before it gets 503; nobody waits for a database that is away. */
        @WithDefault("3s")
        Duration patience();
    }

    /** Where public reads go. While a replica lags behind what this node knows, its readers are served by the primary. */
    interface Datasource {

        /** The replica's JDBC address; the primary when left out. */
        Optional<String> url();

        /** Its user; the primary's when left out. */
        Optional<String> username();

        /** Its password; the primary's when left out. */
        Optional<String> password();
    }

    /** A webhook that purges a CDN by cache groups. */
    interface Purge {

        /** Where to post, for example {@code https://api.fastly.com/service/…/purge}; off when left out. */
        Optional<URI> url();

        /** Whose API it is. */
        @WithDefault("fastly")
        PurgeStyle style();

        /** What proves that we may. */
        Optional<String> token();
    }
}
