package dev.dateline.delivery;

import dev.dateline.background.BackgroundLoop;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets a few cold reads at a time reach the database, each on a thread of its own, and a few more wait. One too many is
 * refused at once: that is better for them than a late answer, and better for those who are answered from memory than a
 * busy machine. Those who wait are given up when their time is over, when they leave and when the database is lost.
 */
class ReadLimiter {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** A read that waits for its turn: {@link #run} computes it, and returns when it is over. */
    interface Turn extends Runnable {

        Reader reader();

        /** Ends it without an answer: it waits in vain. */
        void giveUp();
    }

    private final ThreadPoolExecutor threads;
    private final BlockingQueue<Runnable> queue;
    private final Duration patience;
    private final BooleanSupplier databaseAnswers;
    private final AtomicInteger number = new AtomicInteger();
    private final BackgroundLoop loop = new BackgroundLoop("read-limiter", LOOK, this::look);

    ReadLimiter(int concurrency, int waiting, Duration patience, BooleanSupplier databaseAnswers) {
        this.queue = waiting == 0 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(waiting);
        this.threads = new ThreadPoolExecutor(concurrency, concurrency, 1, TimeUnit.MINUTES, queue, this::thread);
        this.patience = patience;
        this.databaseAnswers = databaseAnswers;
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cold-read-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(ReadLimiter.class.getClassLoader());
        return thread;
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop();
    }

    /** Runs it now or later; false when too many wait. */
    boolean submit(Turn turn) {
        try {
            threads.execute(turn);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private Duration look() {
        giveUpHopeless();
        return LOOK;
    }

    void giveUpHopeless() {
        boolean isLost = !databaseAnswers.getAsBoolean();
        long now = System.nanoTime();
        for (Runnable waiting : queue) {
            Turn turn = (Turn) waiting;
            boolean isOverdue = now - turn.reader().since() > patience.toNanos();
            boolean isInVain = isLost && turn.reader().needsDatabase();
            if ((isInVain || isOverdue || turn.reader().hasLeft()) && queue.remove(turn)) {
                turn.giveUp();
            }
        }
    }

    int waiting() {
        return queue.size();
    }

    int running() {
        return threads.getActiveCount();
    }
}
