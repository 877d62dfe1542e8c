package dev.dateline.editorial.publishing;

import dev.dateline.editorial.AdvisoryLockRepository;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Publishes and withdraws what has a time, when it has come. Every node looks several times a second and one at a time
 * acts, in the transaction that also takes the thing off the schedule: so each goes out once, whichever node dies when,
 * and what came due while the program was down goes out at its start.
 */
@Singleton
class PublicationScheduler {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int TOGETHER = 25;
    private static final String NAME = "publication-clock";
    private static final Logger LOG = Logger.getLogger(PublicationScheduler.class);

    private final DueRepository schedule;
    private final AdvisoryLockRepository locks;
    private final PublicationLock door;
    private final Publishers publishers;
    private final Thread thread = new Thread(this::run, NAME);
    private volatile boolean stopped;

    PublicationScheduler(
            DueRepository schedule, AdvisoryLockRepository locks, PublicationLock door, Publishers publishers) {
        this.schedule = schedule;
        this.locks = locks;
        this.door = door;
        this.publishers = publishers;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        boolean complained = false;
        while (!stopped) {
            try {
                while (tick() && !stopped) {
                    complained = false;
                }
                Thread.sleep(TICK.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!complained && !stopped) {
                    LOG.warnf("The schedule could not be kept; trying again: %s", e.getMessage());
                    complained = true;
                }
                sleepThroughTrouble();
            }
        }
    }

    private static void sleepThroughTrouble() {
        try {
            Thread.sleep(TICK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more to do at once. */
    private boolean tick() {
        List<DueRepository.Due> due = QuarkusTransaction.requiringNew().call(() -> schedule.due(TOGETHER));
        if (due.isEmpty()) {
            return false;
        }
        try {
            return QuarkusTransaction.requiringNew().call(this::keepAll);
        } catch (RuntimeException refused) {
            LOG.debug("What is due could not be done together; one by one", refused);
            due.forEach(this::keepAlone);
            return false;
        }
    }

    private boolean keepAll() {
        if (!locks.tryLock(NAME)) {
            return false;
        }
        door.enter();
        List<DueRepository.Due> due = schedule.due(TOGETHER);
        due.forEach(one -> publishers.of(one.kind()).keepTime(one.id(), one.now()));
        return !due.isEmpty();
    }

    /** One that fails keeps nobody else from going out. */
    private void keepAlone(DueRepository.Due due) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                door.enter();
                publishers.of(due.kind()).keepTime(due.id(), due.now());
            });
        } catch (RuntimeException e) {
            Problem problem = Problem.causing(e);
            if (problem != null && problem.type() == ProblemType.UNAVAILABLE) {
                throw e;
            }
            String reason = problem == null ? "Something broke here. It has been logged." : reason(problem);
            LOG.warnf(problem == null ? e : null, "What was scheduled for %s could not be done: %s", due.id(), reason);
            QuarkusTransaction.requiringNew()
                    .run(() -> publishers.of(due.kind()).giveUp(due.id(), reason, due.now()));
        }
    }

    private static String reason(Problem problem) {
        String detail = problem.details().detail();
        return problem.faults().stream()
                .filter(fault -> !fault.detail().equals(detail))
                .map(fault -> " " + fault.pointer() + " " + fault.detail() + ".")
                .collect(Collectors.joining("", detail, ""));
    }
}
