package dev.dateline.database;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.change.Changed;
import dev.dateline.problem.Failures;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says where to read: on the replica, when one is configured and has all that this node knows to have been changed;
 * otherwise on the primary. So a reader never gets an answer that is older than what was acknowledged.
 */
@Singleton
class ReadReplica {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration REST = Duration.ofMinutes(1);

    private final AgroalDataSource primary;
    private final AgroalDataSource delivery;
    private final boolean configured;
    private final AtomicLong wanted = new AtomicLong(1);
    private volatile long reached;
    private final BackgroundLoop loop = new BackgroundLoop("read-replica", PAUSE, this::catchUp);

    ReadReplica(
            @DataSource("delivery-primary") AgroalDataSource primary,
            @DataSource("delivery") AgroalDataSource delivery,
            ReplicaConfig config) {
        this.primary = primary;
        this.delivery = delivery;
        this.configured = config.url().isPresent();
    }

    void start(@Observes StartupEvent event) {
        if (configured) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Before anybody else: what is read from now on must be read where the change is. */
    void changed(@Observes @Priority(0) Changed event) {
        doubt();
    }

    /** Where to read now. Without a replica that is one pool, whose database is the primary. */
    AgroalDataSource source() {
        return !configured || reached == wanted.get() ? delivery : primary;
    }

    /** Whether a read may have failed because the replica has gone; until it answers again, reads go to the primary. */
    boolean isLost(AgroalDataSource source, RuntimeException failure) {
        boolean lost = configured && source == delivery && Failures.areOfALostDatabase(failure);
        if (lost) {
            doubt();
        }
        return lost;
    }

    private void doubt() {
        wanted.incrementAndGet();
        loop.wake();
    }

    /** Until the replica has replayed what is known, its readers go to the primary. */
    private Duration catchUp() throws SQLException {
        long seen = wanted.get();
        if (seen != reached && hasReplayed(position())) {
            reached = seen;
        }
        return reached == wanted.get() ? REST : PAUSE;
    }

    /** Where the primary's log ends now, at or after all that is known to have been changed. */
    private String position() throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement query = connection.prepareStatement("select pg_current_wal_insert_lsn()::text");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private boolean hasReplayed(String position) throws SQLException {
        try (Connection connection = delivery.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select coalesce(pg_last_wal_replay_lsn() >= ?::pg_lsn, true)")) {
            query.setString(1, position);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
