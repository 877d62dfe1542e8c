package dev.dateline.delivery;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long a public read waits for the database. A little longer than the database itself allows a statement (see
 * {@code quarkus.datasource.delivery.jdbc.new-connection-sql}), so this ends only what gets no answer at all. The driver's
 * own setting counts in whole seconds.
 */
@Singleton
@DataSource("delivery")
class ReadTimeout implements AgroalPoolInterceptor {

    static final Duration PATIENCE = Duration.ofMillis(900);

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            limit(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A connection cannot be given a time limit", e);
        }
    }

    static void limit(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
    }

    /** What a read lent from the primary goes back to the editors, who may take their time. */
    @Singleton
    static class Lifted implements AgroalPoolInterceptor {

        @Override
        public void onConnectionReturn(Connection connection) {
            try {
                connection.setNetworkTimeout(Runnable::run, 0);
            } catch (SQLException e) {
                // broken: the pool throws it away
            }
        }
    }
}
