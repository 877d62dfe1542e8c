package dev.dateline.delivery;

import dev.dateline.change.ChangeListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Pictures that are not in memory have threads of their own, so that news never waits for them. */
@Singleton
class RenditionLimiter {

    /** Most of them read a file; those that make one wait for each other. */
    private static final int THREADS = 16;

    private final ReadLimiter limiter;

    RenditionLimiter(ColdReadConfig config, ChangeListener changes) {
        this.limiter = new ReadLimiter(THREADS, config.queue(), config.patience(), changes::isAttached);
    }

    void start(@Observes StartupEvent event) {
        limiter.start(event);
    }

    void stop(@Observes ShutdownEvent event) {
        limiter.stop(event);
    }

    ReadLimiter limiter() {
        return limiter;
    }
}
