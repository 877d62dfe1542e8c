package dev.dateline.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.hibernate.Session;

/** Named locks across all nodes, held to the end of the transaction. Taking one twice is fine. */
@ApplicationScoped
public class AdvisoryLockRepository {

    /**
     * Held while what is public is changed, so that this has one history: two translations that are published at once
     * each name the other. New articles that name no other share it with their like.
     *
     * <p>Trap: a transaction that also locks tags or working copies takes this first, or two such could wait for each
     * other; and it takes it once, alone or shared, and never changes from one to the other.
     */
    public static final String PUBLISHING = "publishing";

    private final Session session;
    private final TransactionSynchronizationRegistry transaction;

    AdvisoryLockRepository(Session session, TransactionSynchronizationRegistry transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    /** Waits until nobody else holds it. */
    public void lock(String name) {
        take("pg_advisory_xact_lock", name);
    }

    /** Held together with others who share it; waits until nobody holds it alone. */
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
