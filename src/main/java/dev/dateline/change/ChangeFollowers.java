package dev.dateline.change;

import dev.dateline.background.BackgroundLoop;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs every {@link ChangeFollower}, each on a thread of its own, soon after something has changed. */
@Singleton
class ChangeFollowers {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final List<BackgroundLoop> loops;

    ChangeFollowers(AgroalDataSource database, @All List<ChangeFollower> followers) {
        this.database = database;
        this.loops = followers.stream()
                .filter(ChangeFollower::isOn)
                .map(follower -> new BackgroundLoop(follower.name(), PAUSE, () -> proceed(follower)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(BackgroundLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(BackgroundLoop::stop);
    }

    void wake(@Observes Changed event) {
        loops.forEach(BackgroundLoop::wake);
    }

    /** Has it act on what has changed since it last succeeded, unless another node is at it. */
    private Duration proceed(ChangeFollower follower) throws Exception {
        String name = follower.name();
        try (Connection connection = database.getConnection()) {
            if ("true".equals(ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))::text", name))) {
                try {
                    proceed(connection, follower);
                } finally {
                    ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))::text", name);
                }
            }
        }
        return PAUSE;
    }

    /** The first time ever, it starts from now. */
    private static void proceed(Connection connection, ChangeFollower follower) throws Exception {
        ChangePosition reached = reached(connection, follower.name());
        if (reached == null) {
            keep(connection, follower.name(), ChangeRepository.end(connection));
            return;
        }
        ChangeRepository.Reading reading;
        do {
            reading = ChangeRepository.after(connection, reached);
            if (!reading.changes().isEmpty()) {
                follower.follow(
                        reading.changes().stream().map(LoggedChange::change).toList());
            }
            if (!reading.position().equals(reached)) {
                reached = reading.position();
                keep(connection, follower.name(), reached);
            }
        } while (reading.isFull());
    }

    private static @Nullable ChangePosition reached(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select history, number from change_follower where name = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? new ChangePosition(rows.getString(1), rows.getLong(2)) : null;
            }
        }
    }

    private static void keep(Connection connection, String name, ChangePosition reached) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("insert into change_follower values (?, ?, ?)"
                + " on conflict (name) do update set history = excluded.history, number = excluded.number")) {
            update.setString(1, name);
            update.setString(2, reached.history());
            update.setLong(3, reached.number());
            update.execute();
        }
    }

    private static @Nullable String ask(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
