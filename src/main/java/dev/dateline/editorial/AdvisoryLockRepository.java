package dev.dateline.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.hibernate.Session;

/**
 * Named locks across all nodes. They make those who want the same new slug wait for each other, and let publications
 * through the door one at a time.
 */
@ApplicationScoped
public class AdvisoryLockRepository {

    private final Session session;
    private final TransactionSynchronizationRegistry transaction;

    AdvisoryLockRepository(Session session, TransactionSynchronizationRegistry transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    /** Held alone, to the end of the transaction. */
    public void lock(String name) {
        take("pg_advisory_xact_lock", name);
    }

    /** Held together with others who share it, to the end of the transaction. */
    public void share(String name) {
        if (transaction.getResource("pg_advisory_xact_lock " + name) == null) {
            take("pg_advisory_xact_lock_shared", name);
        }
    }

    /** Takes it alone, if nobody has it; never waits. */
    public boolean tryLock(String name) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                try (ResultSet taken = lock.executeQuery()) {
                    taken.next();
                    return taken.getBoolean(1);
                }
            }
        });
    }

    /** Plain JDBC, because a query would make Hibernate write out all it holds. */
    private void take(String function, String name) {
        String held = function + " " + name;
        if (transaction.getResource(held) != null) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select " + function + "(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                lock.execute();
            }
        });
        transaction.putResource(held, true);
    }
}
