package dev.dateline.database;

import io.agroal.api.AgroalDataSource;
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
 * answer before it is kept.
 */
@Singleton
public class DeliveryReads {

    /** Ends a query that gives no more than one row. */
    public static final String ONE = limit(1);

    private final SessionFactory sessions;
    private final ReadReplica replica;

    DeliveryReads(SessionFactory sessions, ReadReplica replica) {
        this.sessions = sessions;
        this.replica = replica;
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

    private <T> T read(Function<StatelessSession, T> query, AgroalDataSource source) {
        try (Connection connection = source.getConnection();
                StatelessSession session =
                        sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
            return query.apply(session);
        } catch (SQLException e) {
            throw new JDBCConnectionException("No connection for a read", e);
        }
    }
}
