package dev.dateline.change;

import dev.dateline.background.BackgroundLoop;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Keeps of old changes only the last one of each thing. */
@Singleton
class ChangeCompaction {

    private static final Duration PAUSE = Duration.ofHours(6);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final ChangesConfig config;
    private final BackgroundLoop loop = new BackgroundLoop("change-compaction", PAUSE_AFTER_FAILURE, this::compact);

    ChangeCompaction(AgroalDataSource database, ChangesConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration compact() throws SQLException {
        compact(config.keep());
        return PAUSE;
    }

    /** In one statement: who reads, and checks afterwards what is kept, is told so or got all. */
    void compact(Duration keep) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("""
                        with mine as materialized (
                            select pg_try_advisory_xact_lock(hashtextextended('change compaction', 0)) as got),
                        old as (select max(number) as number from change cross join mine
                            where mine.got and occurred_at < now() - make_interval(secs => ?)),
                        said as (update change_compaction c set number = greatest(c.number, old.number)
                            from old where old.number is not null returning c.number)
                        delete from change c using said where c.number <= said.number and exists (
                            select 1 from change l where l.target_id = c.target_id and l.number > c.number)
                        """)) {
            forget.setLong(1, keep.toSeconds());
            forget.execute();
        }
    }
}
