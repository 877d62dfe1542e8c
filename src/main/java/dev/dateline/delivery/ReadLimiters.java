package dev.dateline.delivery;

import dev.dateline.change.ChangeListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The limits of all cold reads, by their kind. */
@Singleton
class ReadLimiters {

    /** Most of them read a file; those that make one wait for each other. */
    private static final int THREADS_FOR_FILES = 16;

    private final Map<ColdReadKind, ReadLimiter> limiters = new EnumMap<>(ColdReadKind.class);

    ReadLimiters(ColdReadConfig config, ChangeListener changes) {
        for (ColdReadKind kind : ColdReadKind.values()) {
            limiters.put(
                    kind,
                    new ReadLimiter(concurrency(kind, config), config.queue(), config.patience(), changes::isAttached));
        }
    }

    private static int concurrency(ColdReadKind kind, ColdReadConfig config) {
        return switch (kind) {
            case SHORT -> config.concurrency();
            case LONG -> config.longConcurrency();
            case FILE -> THREADS_FOR_FILES;
        };
    }

    void start(@Observes StartupEvent event) {
        limiters.values().forEach(ReadLimiter::start);
    }

    void stop(@Observes ShutdownEvent event) {
        limiters.values().forEach(ReadLimiter::stop);
    }

    ReadLimiter of(ColdReadKind kind) {
        return Objects.requireNonNull(limiters.get(kind));
    }
}
