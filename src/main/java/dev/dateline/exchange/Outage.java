package dev.dateline.exchange;

import dev.dateline.problem.Failures;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A database that is away for less than two minutes costs no record and no import. */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final int MAX_ATTEMPTS = 120;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Outage() {}

    /** Does it, again and again for two minutes while the database is away. */
    static void outlast(Runnable write) {
        for (int attempt = 1; ; attempt++) {
            try {
                write.run();
                return;
            } catch (RuntimeException failure) {
                if (!Failures.arePassing(failure) || attempt == MAX_ATTEMPTS) {
                    throw failure;
                }
                LOG.warn("The database does not answer, or others keep it busy; the import waits for it");
                pause();
            }
        }
    }

    /** The same with what comes of it. */
    static <T> T outlast(Supplier<T> read) {
        AtomicReference<T> found = new AtomicReference<>();
        outlast(() -> found.set(read.get()));
        return Objects.requireNonNull(found.get());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemType.UNAVAILABLE, "The import was interrupted.");
        }
    }
}
