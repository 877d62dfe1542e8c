package dev.dateline.change;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A thread that acts on changes soon after they are made, by {@link ChangeFollowers}, and goes on until it is stopped. */
public final class ChangeFollower {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(ChangeFollower.class);

    private final String name;
    private final ChangeFollowers changes;
    private final Semaphore changed = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    /** @param name the same on every node: one of them acts at a time, and goes on where another stopped */
    public ChangeFollower(String name, ChangeFollowers changes) {
        this.name = name;
        this.changes = changes;
    }

    public void start(ChangeFollowers.Action action) {
        Thread started = new Thread(() -> follow(action), name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    public void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Something has changed. Without this it looks once a second. */
    public void wake() {
        if (thread != null) {
            changed.release();
        }
    }

    private void follow(ChangeFollowers.Action action) {
        boolean complained = false;
        while (!stopped) {
            try {
                changes.proceed(name, action);
                complained = false;
                changed.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!complained && !stopped) {
                    LOG.warnf("%s failed; trying again until it succeeds: %s", name, e.getMessage());
                    complained = true;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
