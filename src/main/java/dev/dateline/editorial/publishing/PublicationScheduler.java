package dev.dateline.editorial.publishing;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Problem;
import dev.dateline.time.DatabaseClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes and withdraws what has a time, when it has come. Every node looks several times a second and one at a time
 * acts, in the transaction that also takes the thing off the schedule: so each goes out once, whichever node dies when,
 * and what came due while the program was down goes out at its start. What cannot be done just now is put off for a little, and
 * holds up nothing else.
 */
@Singleton
class PublicationScheduler {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int TOGETHER = 25;
    private static final String NAME = "publication-scheduler";
    private static final Logger LOG = Logger.getLogger(PublicationScheduler.class);

    private final DueRepository schedule;
    private final AdvisoryLockRepository locks;
    private final Publishers publishers;
    private final Setbacks setbacks = new Setbacks();
    private final BackgroundLoop loop = new BackgroundLoop(NAME, TICK, this::tick);

    PublicationScheduler(DueRepository schedule, AdvisoryLockRepository locks, Publishers publishers) {
        this.schedule = schedule;
        this.locks = locks;
        this.publishers = publishers;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Rests only when there is nothing more to do at once. */
    private Duration tick() {
        List<DueRepository.Due> due = QuarkusTransaction.requiringNew().call(this::due);
        if (due.isEmpty()) {
            return TICK;
        }
        try {
            List<DueRepository.Due> done = QuarkusTransaction.requiringNew().call(this::publishAll);
            done.forEach(one -> setbacks.forget(one.id())); // only what is committed
            return done.isEmpty() ? TICK : Duration.ZERO;
        } catch (RuntimeException refused) {
            LOG.debug("What is due could not be published together; one by one", refused);
            due.forEach(this::publishAlone);
            return TICK;
        }
    }

    private List<DueRepository.Due> due() {
        return schedule.due(publishers.kinds(), setbacks.resting(DatabaseClock.now()), TOGETHER);
    }

    /** What there was to do, and no other node has done meanwhile. */
    private List<DueRepository.Due> publishAll() {
        locks.lock(AdvisoryLockRepository.PUBLISHING);
        List<DueRepository.Due> due = due();
        due.forEach(one -> publication(one).run());
        return due;
    }

    /** One that fails keeps no other from going out. */
    private void publishAlone(DueRepository.Due due) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                locks.lock(AdvisoryLockRepository.PUBLISHING);
                publication(due).run();
            });
            setbacks.forget(due.id());
        } catch (RuntimeException e) {
            if (Failures.areOfALostDatabase(e)) {
                throw e;
            }
            Problem problem = Failures.problem(e);
            String reason = problem == null ? "Something broke here. It has been logged." : reason(problem);
            LOG.warnf(problem == null ? e : null, "What was scheduled for %s could not be done: %s", due.id(), reason);
            Instant now = DatabaseClock.now();
            if (setbacks.mayDoWellLater(due.id(), e, now) || !cancel(due, reason)) {
                setbacks.note(due.id(), e, now);
            } else {
                setbacks.forget(due.id());
            }
        }
    }

    private boolean cancel(DueRepository.Due due, String reason) {
        return QuarkusTransaction.requiringNew().call(() -> publication(due).cancel(reason));
    }

    private DuePublication<?, ?> publication(DueRepository.Due due) {
        return new DuePublication<>(publishers.of(due.kind()), due.id(), due.now());
    }

    private static String reason(Problem problem) {
        String detail = problem.details().detail();
        return problem.faults().stream()
                .filter(fault -> !fault.detail().equals(detail))
                .map(fault -> " " + fault.pointer() + " " + fault.detail() + ".")
                .collect(Collectors.joining("", detail, ""));
    }
}
