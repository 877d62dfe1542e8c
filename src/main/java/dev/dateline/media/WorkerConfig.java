package dev.dateline.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The processes that decode uploads. */
public interface WorkerConfig {

    /** How many may run at the same time. Each takes up to 250 megabytes beside the server. */
    @WithDefault("1")
    @Min(1)
    int processes();

    /** When one is killed. */
    @WithDefault("60s")
    Duration timeout();

    /** The heap of each. */
    @WithDefault("160M")
    MemorySize heap();
}
