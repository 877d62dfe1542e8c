package dev.dateline.database;

import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.entitlement.EntitledReading;
import dev.dateline.entitlement.Entitlement;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.exception.JDBCConnectionException;

/**
 * Where public reads happen: on connections of their own, without a transaction and without a memory of entities. A read
 * is one statement, or two where the second says more about what the first found; a change between the two outdates the
 * answer before it is kept. Whoever may have only a part of what is public finds nothing else here, whatever they ask.
 */
@Singleton
public class DeliveryReads {

    /** Ends a query that gives no more than one row. */
    public static final String ONE = limit(1);

    private final SessionFactory sessions;
    private final ReadReplica replica;
    private final AgroalDataSource primary;
    private final CurrentEntitlement entitlements;

    DeliveryReads(
            SessionFactory sessions,
            ReadReplica replica,
            @DataSource("delivery-primary") AgroalDataSource primary,
            CurrentEntitlement entitlements) {
        this.sessions = sessions;
        this.replica = replica;
        this.primary = primary;
        this.entitlements = entitlements;
    }

    /**
     * Ends a query that gives no more than so many rows. As a literal: a limit that is a parameter counts for PostgreSQL as a
     * tenth of all that matches, so it distrusts the plan it could keep, and plans anew at every execution.
     */
    public static String limit(int rows) {
        return " limit " + rows;
    }

    /**
     * When the replica goes away in the middle, the primary is asked.
     *
     * @throws JDBCConnectionException when no connection is to be had
     */
    public <T> T read(Function<StatelessSession, T> query) {
        AgroalDataSource source = replica.source();
        try {
            return read(query, source);
        } catch (RuntimeException e) {
            if (replica.isLost(source, e)) {
                return read(query, replica.source());
            }
            throw e;
        }
    }

    /** Where everything is that was ever told: a replica may not have it yet. */
    public <T> T readPrimary(Function<StatelessSession, T> query) {
        return read(query, primary);
    }

    private <T> T read(Function<StatelessSession, T> query, AgroalDataSource source) {
        Entitlement entitlement = entitlements.get();
        try (Connection connection = source.getConnection();
                StatelessSession session =
                        sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
            return entitlement == null ? query.apply(session) : EntitledReading.of(session, entitlement, query);
        } catch (SQLException e) {
            throw new JDBCConnectionException("No connection for a read", e);
        }
    }
}
