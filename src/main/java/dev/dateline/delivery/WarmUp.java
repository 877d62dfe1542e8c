package dev.dateline.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reads some of what readers ask for, before the node says that it is ready. A Java program is slow in its first seconds: without
 * this, those whom a balancer sends to a fresh node would wait for it. It gives up when there is no answer, or one that says that
 * something is away, such as the database.
 */
@Readiness
@Singleton
class WarmUp implements HealthCheck {

    /** Each size is another answer, so that reading from the database is practised too. */
    private static final int LARGEST_PAGE = 20;

    private static final List<String> ADDRESSES = List.of(
            "/v1/articles?limit=%d",
            "/v1/articles?limit=%d&view=full",
            "/v1/tags?limit=%d",
            "/v1/fronts?limit=%d",
            "/v1/story-lists?limit=%d",
            "/v1/site",
            "/v1");

    private final OwnReads reads;
    private final Duration time;
    private final Thread thread = new Thread(this::readAll, "warm-up");
    private volatile boolean isDone;

    @Inject
    WarmUp(OwnReads reads, ColdReadConfig config) {
        this(reads, config.warmUp());
    }

    WarmUp(OwnReads reads, Duration time) {
        this.reads = reads;
        this.time = time;
        this.isDone = time.isZero() || !reads.arePossible();
    }

    void start(@ObservesAsync HttpServerStart started) {
        start();
    }

    void start() {
        if (!isDone) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm").status(isDone).build();
    }

    private void readAll() {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (int size = 1; size <= LARGEST_PAGE; size++) {
                for (String address : ADDRESSES) {
                    Duration left = Duration.ofNanos(end - System.nanoTime());
                    Integer status = left.isNegative() ? null : reads.read(address.formatted(size), left);
                    if (status == null || status >= 500) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            isDone = true;
        }
    }
}
