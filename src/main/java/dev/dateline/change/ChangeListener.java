package dev.dateline.change;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.time.DatabaseClock;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Follows the change log on a connection of its own. PostgreSQL's NOTIFY wakes it; what it believes is the log, which it
 * also reads at every heartbeat, so that a lost notification costs a heartbeat and a lost connection costs nothing but
 * the time to get another one.
 */
@Singleton
public class ChangeListener {

    /** How long after the last sign of life the node counts as cut off from its database. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int HEARTBEAT_MILLIS = 200;
    private static final Duration CLOCK = Duration.ofSeconds(1);

    /** Before others do anything at a time. */
    private static final int FIRST = 1_000;

    private static final int ANSWER_MILLIS = 800;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(ChangeListener.class);

    private final AgroalDataSource database;
    private final Instance<AgroalDataSource> pools;
    private final Event<Changed> changed;
    private final Event<Heard> heard;
    private volatile long heardAt;
    private long clockReadAt;
    private volatile @Nullable ChangePosition position;
    private @Nullable Connection connection;
    private final BackgroundLoop loop = new BackgroundLoop("change-listener", PAUSE_AFTER_FAILURE, this::listen);

    ChangeListener(
            AgroalDataSource database,
            @Any Instance<AgroalDataSource> pools,
            Event<Changed> changed,
            Event<Heard> heard) {
        this.heard = heard;
        this.database = database;
        this.pools = pools;
        this.changed = changed;
    }

    /** Whether this node knows all that has been changed up to {@link #PATIENCE} ago. */
    public boolean isAttached() {
        return System.nanoTime() - heardAt < PATIENCE.toNanos();
    }

    /** How long ago the database last gave a sign of life. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Nothing is served before what has changed can be heard. */
    void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
        connection = connect();
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** How far this node has heard: what is read for a client after that is no older. Null while it has heard nothing. */
    public @Nullable ChangePosition heard() {
        return position;
    }

    private Duration listen() throws SQLException {
        try {
            Connection current = connection == null ? connect() : connection;
            connection = current;
            current.unwrap(PGConnection.class).getNotifications(HEARTBEAT_MILLIS);
            catchUp(current);
            if (System.nanoTime() - clockReadAt > CLOCK.toNanos()) {
                readClock(current);
            }
            return Duration.ZERO;
        } catch (SQLException | RuntimeException e) {
            lost();
            throw e;
        }
    }

    private void lost() throws SQLException {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            broken.close();
        }
    }

    private void catchUp(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        ChangePosition before = position == null ? ChangeRepository.end(connection) : position;
        while (true) {
            ChangeRepository.Reading reading = ChangeRepository.after(connection, before);
            tell(before, reading);
            before = reading.position();
            position = before;
            if (!reading.changes().isEmpty()) {
                heard.fire(new Heard());
            }
            if (!reading.isFull()) {
                break;
            }
        }
        heardAt = asked;
    }

    private void readClock(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        DatabaseClock.hear(asked, ChangeRepository.time(connection));
        clockReadAt = asked;
    }

    private void tell(ChangePosition before, ChangeRepository.Reading reading) {
        if (reading.position().isBehind(before)) {
            LOG.warn(
                    "The database has another history, as after a failover or a restored backup; nothing in memory counts any more");
            changed.fire(Changed.allThere());
        }
        if (!reading.changes().isEmpty()) {
            changed.fire(Changed.inLog(reading.changes()));
        }
    }

    /** Listens first and catches up then, so that nothing falls between the two. */
    private Connection connect() throws SQLException {
        Connection connection = open();
        try {
            connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            try (Statement listen = connection.createStatement()) {
                listen.execute("listen " + ChangeRepository.CHANNEL);
            }
            readClock(connection);
            catchUp(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        // The pools' connections may have died with the last one; each would fail a request before it is thrown away.
        pools.forEach(pool -> pool.flush(AgroalDataSource.FlushMode.INVALID));
        LOG.info("Follows the change log");
        return connection;
    }

    /** Not from the pool, whose connections wait longer for an answer than this one may. */
    private Connection open() throws SQLException {
        AgroalConnectionFactoryConfiguration configured =
                database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(configured.jdbcProperties());
        if (configured.principal() != null) {
            properties.setProperty("user", configured.principal().getName());
        }
        configured.credentials().forEach(credential -> {
            if (credential instanceof io.agroal.api.security.SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        });
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("loginTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(configured.jdbcUrl(), properties);
    }
}
