package dev.dateline.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long a public read waits for the database. A little longer than the database itself allows a statement (see
 * {@code new-connection-sql} of both pools), so this ends only what gets no answer at all. The driver's
 * own setting counts in whole seconds.
 */
public class ReadTimeout implements AgroalPoolInterceptor {

    public static final Duration PATIENCE = Duration.ofMillis(900);

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
        } catch (SQLException e) {
            throw new IllegalStateException("A connection cannot be given a time limit", e);
        }
    }

    /** For the pool that reads usually use. */
    @Singleton
    @DataSource("delivery")
    static final class Usual extends ReadTimeout {}

    /** For the pool that they use while a replica lags. */
    @Singleton
    @DataSource("delivery-primary")
    static final class OnPrimary extends ReadTimeout {}
}
