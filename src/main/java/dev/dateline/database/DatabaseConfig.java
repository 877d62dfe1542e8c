package dev.dateline.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the database that is written to. */
@ConfigMapping(prefix = "dateline.database")
public interface DatabaseConfig {

    /** The folder of the embedded database, which runs when {@code quarkus.datasource.jdbc.url} is not set. */
    @WithDefault("dateline-data")
    Path dataDir();

    /** How long a write waits for another one that changes the same, before it is told to try again. */
    @WithDefault("15s")
    @WithConverter(DatabaseTimeout.Reader.class)
    DatabaseTimeout lockTimeout();

    /**
     * How long a transaction may stand still: one of a node that freezes or loses its network ends then, and lets go of its locks. Must
     * be shorter than {@link #lockTimeout()}, or all who wait are refused first.
     */
    @WithDefault("5s")
    @WithConverter(DatabaseTimeout.Reader.class)
    DatabaseTimeout idleTransactionTimeout();
}
