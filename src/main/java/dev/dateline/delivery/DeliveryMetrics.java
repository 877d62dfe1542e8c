package dev.dateline.delivery;

import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.Representation;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** What operators want to see of delivery; at {@code /metrics} for Prometheus. */
@Singleton
class DeliveryMetrics {

    private record Key(Route route, CacheStatus served, int status) {}

    private final MeterRegistry registry;
    private final Counter refused;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    DeliveryMetrics(
            MeterRegistry registry,
            ResponseCache cache,
            CacheGroupVersions generations,
            ReadLimiter admission,
            ChangeListener changes) {
        this.registry = registry;
        this.refused = registry.counter("dateline.delivery.refused");
        for (String kind : cache.bytes().keySet()) {
            registry.gauge(
                    "dateline.delivery.cache.bytes",
                    Tags.of("kind", kind),
                    cache,
                    kept -> kept.bytes().get(kind));
        }
        registry.gauge("dateline.delivery.memory.bytes", cache, kept -> Representation.bytesOutside());
        registry.gauge("dateline.delivery.generation", generations, CacheGroupVersions::now);
        registry.gauge("dateline.delivery.cold.running", admission, ReadLimiter::running);
        registry.gauge("dateline.delivery.cold.waiting", admission, ReadLimiter::waiting);
        registry.gauge(
                "dateline.change.listener.silence.seconds",
                changes,
                listener -> listener.silence().toMillis() / 1000.0);
    }

    void served(HttpServerRequest request, CacheStatus served, int status, long began) {
        Key key = new Key(Route.of(request.uri()), served, status);
        Timer timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, this::timer);
        }
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("dateline.delivery.requests")
                .tag("route", key.route().template())
                .tag("cache", key.served().label())
                .tag("status", Integer.toString(key.status()))
                .serviceLevelObjectives(
                        Duration.ofNanos(100_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1))
                .register(registry);
    }

    void refused() {
        refused.increment();
    }
}
