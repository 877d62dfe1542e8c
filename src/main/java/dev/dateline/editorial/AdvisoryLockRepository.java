package dev.dateline.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
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

    /** Held to the end of the transaction. Plain JDBC, because a query would make Hibernate write out all it holds. */
    public void lock(String name) {
        String held = "lock " + name;
        if (transaction.getResource(held) != null) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                lock.execute();
            }
        });
        transaction.putResource(held, true);
    }
}
