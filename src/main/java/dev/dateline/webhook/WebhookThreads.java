package dev.dateline.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Those on which this node waits for receivers, and how many of them each has. */
final class WebhookThreads {

    private static final int MOST = 64;
    private static final int IDLE_SECONDS = 10;

    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = pool();
    private final Runnable whenFree;

    /** @param whenFree is called when one of them has ended its work */
    WebhookThreads(Runnable whenFree) {
        this.whenFree = whenFree;
    }

    /** @param most that one webhook may have */
    int free(UUID webhook, int most) {
        int all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        return Math.max(0, Math.min(most - underWay.getOrDefault(webhook, 0), MOST - all));
    }

    /** Only when one is {@link #free}. */
    void execute(UUID webhook, Runnable work) {
        underWay.merge(webhook, 1, Integer::sum);
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                underWay.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
                whenFree.run();
            }
        });
    }

    /** Lets what is under way come to its end, for so long. */
    void stop(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "webhook");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
