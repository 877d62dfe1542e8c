package dev.dateline.exchange;

import dev.dateline.editorial.AdvisoryLockRepository;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the imports of nodes that live from those of nodes that are gone. A node that imports holds a lock in the database,
 * which ends with its connection, however the node ends.
 */
@Singleton
class ImportNode {

    private static final int VALID_SECONDS = 2;

    private final AgroalDataSource database;
    private final AdvisoryLockRepository locks;
    private final UUID id = UUID.randomUUID();
    private @Nullable Connection connection;

    ImportNode(AgroalDataSource database, AdvisoryLockRepository locks) {
        this.database = database;
        this.locks = locks;
    }

    UUID id() {
        return id;
    }

    /** To be called outside of transactions, before an import is noted. */
    synchronized void appear() throws SQLException {
        if (connection == null || !connection.isValid(VALID_SECONDS)) {
            leave();
            Connection own = database.getConnection();
            connection = own;
            call(own, "pg_advisory_lock");
        }
    }

    /** Gives the lock back. What was not ended is for others to note. */
    synchronized void leave() throws SQLException {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try (held) {
                if (held.isValid(VALID_SECONDS)) {
                    call(held, "pg_advisory_unlock");
                }
            }
        }
    }

    /** Whether nobody holds the lock of a node; in the caller's transaction, which then holds it. */
    boolean isGone(UUID node) {
        return locks.tryLock(name(node));
    }

    private static String name(UUID node) {
        return "import " + node;
    }

    private void call(Connection own, String function) throws SQLException {
        try (PreparedStatement call = own.prepareStatement("select " + function + "(hashtextextended(?, 0))")) {
            call.setString(1, name(id));
            call.execute();
        }
    }
}
