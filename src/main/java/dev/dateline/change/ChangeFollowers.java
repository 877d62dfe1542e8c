package dev.dateline.change;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody act on every change: on one node at a time, at least once, and again after a failure or a restart,
 * because how far he has come is kept in the database. No transaction is open while he acts.
 */
@Singleton
public class ChangeFollowers {

    private final AgroalDataSource database;

    ChangeFollowers(AgroalDataSource database) {
        this.database = database;
    }

    /** Acts on the groups that changes have touched. */
    @FunctionalInterface
    public interface Action {

        /** @throws Exception when it has failed, and is to be repeated with the same groups and perhaps more */
        void on(Set<String> groups) throws Exception;
    }

    /**
     * Calls the action with what has changed since it last succeeded, if there is anything and no other node is at it.
     * The first call ever starts from now.
     *
     * @throws Exception what the action or the database threw
     */
    public void proceed(String name, Action action) throws Exception {
        try (Connection connection = database.getConnection()) {
            if ("true".equals(ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))::text", name))) {
                try {
                    proceed(connection, name, action);
                } finally {
                    ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))::text", name);
                }
            }
        }
    }

    private static void proceed(Connection connection, String name, Action action) throws Exception {
        String since = ask(connection, "select max(snapshot) from change_follower where name = ?", name);
        ChangeRepository.Reading reading = ChangeRepository.read(connection, since);
        if (since != null && reading.groups().isEmpty()) {
            return;
        }
        if (!reading.groups().isEmpty()) {
            action.on(reading.groups());
        }
        try (PreparedStatement update = connection.prepareStatement("insert into change_follower values (?, ?)"
                + " on conflict (name) do update set snapshot = excluded.snapshot")) {
            update.setString(1, name);
            update.setString(2, reading.snapshot());
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
