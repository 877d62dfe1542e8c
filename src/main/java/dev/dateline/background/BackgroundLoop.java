package dev.dateline.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a step on a thread of its own until it is stopped. What fails, errors included, is logged once and tried again,
 * so the thread never dies.
 */
public final class BackgroundLoop {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    private final String name;
    private final Duration pauseAfterFailure;
    private final Step step;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    /** What is repeated. */
    @FunctionalInterface
    public interface Step {

        /**
         * @return how long to rest until the next time, unless woken before
         * @throws Exception when it has failed and is to be tried again
         */
        Duration run() throws Exception;
    }

    /** @param name of the thread, and in the log */
    public BackgroundLoop(String name, Duration pauseAfterFailure, Step step) {
        this.name = name;
        this.pauseAfterFailure = pauseAfterFailure;
        this.step = step;
    }

    public void start() {
        Thread started = new Thread(this::repeat, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Interrupts the step that is running, and repeats it no more. */
    public void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Lets the step that is running come to its end, for so long, and repeats it no more. */
    public void finish(Duration patience) {
        stopped = true;
        wake();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(patience.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Ends the rest. */
    public void wake() {
        woken.release();
    }

    private void repeat() {
        boolean failedBefore = false;
        while (!stopped) {
            Duration rest;
            try {
                rest = step.run();
                failedBefore = false;
            } catch (Throwable failure) {
                if (!failedBefore && !stopped) {
                    LOG.warnf("%s failed; trying again until it succeeds: %s", name, failure.getMessage());
                    LOG.debug(name, failure);
                }
                failedBefore = true;
                rest = pauseAfterFailure;
            }
            rest(rest);
        }
    }

    private void rest(Duration rest) {
        try {
            if (!rest.isZero() && woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
