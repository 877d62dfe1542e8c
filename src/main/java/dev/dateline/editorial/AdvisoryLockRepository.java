package dev.dateline.editorial;

import dev.dateline.database.DatabaseConfig;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Named locks across all nodes, held to the end of the transaction. Taking one twice is fine. Those who publish queue on their own
 * node first. So of each node one waits in the database, or several who share: when a node freezes there, it holds up the others
 * once, and not once for each of its publications.
 */
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
    private final int most;
    private final Semaphore places;
    private final Duration patience;
    private final String standstill;

    AdvisoryLockRepository(
            Session session,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            DatabaseConfig database) {
        this.session = session;
        this.transaction = transaction;
        this.most = Math.max(1, connections / 2);
        this.places = new Semaphore(most, true);
        this.patience = database.lockTimeout().duration();
        this.standstill = database.idleTransactionTimeout().text();
    }

    /**
     * Waits until nobody else holds it.
     *
     * @throws Problem {@code unavailable} when that takes too long; see {@code dateline.database.lock-timeout}
     */
    public void lock(String name) {
        take("pg_advisory_xact_lock", name, most);
    }

    /** Held together with others who share it; waits until nobody holds it alone. */
    public void share(String name) {
        if (transaction.getResource("pg_advisory_xact_lock " + name) == null) {
            take("pg_advisory_xact_lock_shared", name, 1);
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

    private void take(String function, String name, int share) {
        String held = function + " " + name;
        if (transaction.getResource(held) != null) {
            return;
        }
        if (name.equals(PUBLISHING)) {
            queue(share);
        }
        execute(function, name);
        transaction.putResource(held, true);
    }

    /** Plain JDBC, because a query would make Hibernate write out all it holds. */
    private void execute(String function, String name) {
        session.doWork(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select " + function + "(hashtextextended(?, 0))")) {
                lock.setString(1, name);
                lock.execute();
            }
        });
    }

    /** Who holds a lock that those at the head of the queue want must never wait here. */
    private void queue(int share) {
        Turn turn = new Turn();
        transaction.registerInterposedSynchronization(turn);
        boolean isInTime = waited(share, Duration.ZERO) || keepingTheConnection(() -> waited(share, patience));
        if (!isInTime || !turn.take(share)) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many publish just now. Try again soon.");
        }
    }

    private boolean waited(int share, Duration patience) {
        try {
            return places.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A transaction that has begun in the database stands still there while it waits here, and is no frozen node's. */
    private boolean keepingTheConnection(BooleanSupplier wait) {
        boolean hasBegun = session.unwrap(SharedSessionContractImplementor.class)
                .getJdbcCoordinator()
                .getLogicalConnection()
                .isPhysicallyConnected();
        if (!hasBegun) {
            return wait.getAsBoolean();
        }
        mayStandStill(patience.plus(patience).toMillis() + "ms");
        boolean isInTime = wait.getAsBoolean();
        mayStandStill(standstill);
        return isInTime;
    }

    private void mayStandStill(String time) {
        session.doWork(connection -> {
            try (PreparedStatement setting =
                    connection.prepareStatement("select set_config('idle_in_transaction_session_timeout', ?, true)")) {
                setting.setString(1, time);
                setting.execute();
            }
        });
    }

    /** Ends with the transaction, whatever comes of that; also when another thread ends that, because it took too long. */
    private final class Turn implements Synchronization {

        private int held;
        private boolean isOver;

        /** Whether it is not over yet; otherwise the places are given back. */
        synchronized boolean take(int share) {
            held = share;
            if (isOver) {
                giveBack();
            }
            return !isOver;
        }

        private void giveBack() {
            places.release(held);
            held = 0;
        }

        @Override
        public void beforeCompletion() {
            // it is kept until all is written
        }

        @Override
        public synchronized void afterCompletion(int status) {
            isOver = true;
            giveBack();
        }
    }
}
