package dev.dateline.delivery;

import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.Representation;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.content.ContentKind;
import dev.dateline.time.DatabaseClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators want to see of delivery; at {@code /metrics} for Prometheus. */
@Singleton
class DeliveryMetrics {

    private static final String ROOT = "/v1";
    private static final Set<String> COLLECTIONS = Stream.concat(
                    ContentKind.ALL.stream().map(ContentKind::publicPath),
                    Stream.of("/v1/corrections", "/v1/previews", "/v1/media"))
            .collect(Collectors.toUnmodifiableSet());

    private record Key(String route, CacheStatus cache, int status) {}

    private final MeterRegistry registry;
    private final Counter refused;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    DeliveryMetrics(
            MeterRegistry registry,
            ResponseCache cache,
            CacheGroupVersions versions,
            ReadLimiters limiters,
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
        registry.gauge("dateline.delivery.generation", versions, CacheGroupVersions::now);
        for (ColdReadKind kind : ColdReadKind.values()) {
            Tags tags = Tags.of("kind", kind.name().toLowerCase(Locale.ROOT));
            registry.gauge("dateline.delivery.cold.running", tags, limiters.of(kind), ReadLimiter::running);
            registry.gauge("dateline.delivery.cold.waiting", tags, limiters.of(kind), ReadLimiter::waiting);
        }
        registry.gauge(
                "dateline.clock.ahead.seconds",
                this,
                any -> DatabaseClock.ahead().toMillis() / 1000.0);
        registry.gauge(
                "dateline.change.listener.silence.seconds",
                changes,
                listener -> listener.silence().toMillis() / 1000.0);
    }

    void served(HttpServerRequest request, CacheStatus cache, int status, long since) {
        Key key = new Key(route(request.uri()), cache, status);
        Timer timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, this::timer);
        }
        timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("dateline.delivery.requests")
                .tag("route", key.route())
                .tag("cache", key.cache().label())
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

    /** A public address without what varies in it, so that there are few labels whatever is asked. */
    private static String route(String target) {
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        if (path.equals(ROOT)) {
            return ROOT;
        }
        int slash = path.indexOf('/', ROOT.length() + 1);
        String collection = slash < 0 ? path : path.substring(0, slash);
        if (!COLLECTIONS.contains(collection)) {
            return "other";
        }
        return slash < 0 ? collection : collection + "/{}";
    }
}
