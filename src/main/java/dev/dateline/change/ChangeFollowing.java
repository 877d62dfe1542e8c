package dev.dateline.change;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody act on every change: on one node at a time, at least once, and again after a failure or a restart,
 * because how far he has come is kept in the database.
 */
@ApplicationScoped
public class ChangeFollowing {

    private final AgroalDataSource database;

    ChangeFollowing(AgroalDataSource database) {
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
     */
    public void proceed(String name, Action action) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                proceed(connection, name, action);
            } catch (Exception e) {
                throw new IllegalStateException(name + " could not act on changes", e);
            }
        });
    }

    private static void proceed(Connection connection, String name, Action action) throws Exception {
        register(connection, name);
        try (PreparedStatement query = connection.prepareStatement(
                "select snapshot from change_follower where name = ? for update skip locked")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    proceed(connection, name, rows.getString(1), action);
                }
            }
        }
    }

    private static void proceed(Connection connection, String name, @Nullable String since, Action action)
            throws Exception {
        ChangeRepository.Reading reading = ChangeRepository.read(connection, since);
        if (since != null && reading.groups().isEmpty()) {
            return;
        }
        if (!reading.groups().isEmpty()) {
            action.on(reading.groups());
        }
        try (PreparedStatement update =
                connection.prepareStatement("update change_follower set snapshot = ? where name = ?")) {
            update.setString(1, reading.snapshot());
            update.setString(2, name);
            update.execute();
        }
    }

    private static void register(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into change_follower (name) select ? where not exists"
                        + " (select 1 from change_follower where name = ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setString(2, name);
            insert.execute();
        }
    }
}
