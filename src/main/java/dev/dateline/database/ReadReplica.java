package dev.dateline.database;

import dev.dateline.change.Changed;
import dev.dateline.problem.Problem;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Says where to read: on the replica, when one is configured and has all that this node knows to have been changed;
 * otherwise on the primary. So a reader never gets an answer that is older than what was acknowledged.
 */
@Singleton
class ReadReplica {

    private static final long PAUSE_NANOS = 20_000_000;
    private static final Logger LOG = Logger.getLogger(ReadReplica.class);

    private final AgroalDataSource primary;
    private final AgroalDataSource delivery;
    private final boolean configured;
    private final AtomicLong wanted = new AtomicLong(1);
    private volatile long reached;
    private volatile boolean stopped;
    private final Thread thread = new Thread(this::follow, "read-replica");

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
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /** Before the generations tick: an answer that counts as newer than the change must be read where the change is. */
    void changed(@Observes @Priority(1) Changed event) {
        doubt();
    }

    /** Where to read now. Without a replica that is one pool, whose database is the primary. */
    AgroalDataSource source() {
        return !configured || reached == wanted.get() ? delivery : primary;
    }

    /** Whether a read may have failed because the replica has gone; until it answers again, reads go to the primary. */
    boolean isLost(AgroalDataSource source, RuntimeException failure) {
        boolean lost = configured && source == delivery && Problem.causedByLostDatabase(failure);
        if (lost) {
            doubt();
        }
        return lost;
    }

    private void doubt() {
        wanted.incrementAndGet();
        LockSupport.unpark(thread);
    }

    private void follow() {
        boolean complained = false;
        while (!stopped) {
            long seen = wanted.get();
            try {
                if (seen != reached && hasReplayed(position())) {
                    reached = seen;
                    complained = false;
                }
            } catch (SQLException e) {
                if (!complained) {
                    LOG.warnf("The read replica does not answer; reading from the primary: %s", e.getMessage());
                    complained = true;
                }
            }
            LockSupport.parkNanos(reached == wanted.get() ? Long.MAX_VALUE : PAUSE_NANOS);
        }
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
