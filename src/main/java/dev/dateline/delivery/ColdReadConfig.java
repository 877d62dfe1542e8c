package dev.dateline.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Reads of answers that are not in memory: protects the database from more than it can answer. */
@ConfigMapping(prefix = "dateline.delivery.cold")
interface ColdReadConfig {

    /** How many short ones are computed at a time. */
    @WithDefault("8")
    @Min(1)
    int concurrency();

    /** Connections to the database that public reads share: those of the pool {@code delivery}, and as many to the primary. */
    @WithDefault("10")
    @Min(1)
    int connections();

    /**
     * How many pages of whole articles are read at a time, apart from the others. Each is at most 1 MiB, or one article, and takes
     * some ten times that in the heap.
     */
    @WithDefault("2")
    @Min(1)
    int longConcurrency();

    /** How many more of each kind may wait; further ones get 503 with {@code Retry-After} at once. */
    @WithDefault("256")
    @Min(0)
    int queue();

    /** How long one may wait before it gets 503; none waits for a database that is away. */
    @WithDefault("3s")
    Duration patience();

    /** How long a fresh node may read for practice before it says that it is ready; 0 turns this off. */
    @WithDefault("3s")
    Duration warmUp();
}
