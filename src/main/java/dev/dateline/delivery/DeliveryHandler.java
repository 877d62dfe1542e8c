package dev.dateline.delivery;

import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.http.FilterOrder;
import dev.dateline.media.AcceptedPictures;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Meets every public read first: sends what is kept and holds, and leaves the rest to {@link CollapsedReads}. */
@Singleton
class DeliveryHandler {

    private static final String ROOT = "/v1";
    private static final String EDITORIAL = "/v1/editorial";

    /** Never ends, so it takes nobody's place. */
    private static final String STREAM = "/v1/changes/stream";

    static final String MEDIA = "/v1/media/";
    private static final String CONTRACT = "/openapi";
    private static final int CONTRACT_BYTES = 262_144;

    private final ResponseCache cache;
    private final CacheGroupVersions versions;
    private final ChangeListener changes;
    private final CollapsedReads reads;
    private final DirectMemoryBudget memory;
    private final AnswerKeys keys;
    private final DeliveryMetrics metrics;

    DeliveryHandler(
            ResponseCache cache,
            CacheGroupVersions versions,
            ChangeListener changes,
            CollapsedReads reads,
            DirectMemoryBudget memory,
            AnswerKeys keys,
            DeliveryMetrics metrics) {
        this.cache = cache;
        this.versions = versions;
        this.changes = changes;
        this.reads = reads;
        this.memory = memory;
        this.keys = keys;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.DELIVERY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.uri();
        boolean isRead =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (isRead && target.startsWith(STREAM)) {
            context.next();
        } else if (isRead && target.startsWith(ROOT) && !target.startsWith(EDITORIAL)) {
            answer(context);
        } else if (target.startsWith(CONTRACT) && !memory.hasRoom(CONTRACT_BYTES)) {
            new HttpReader(context, metrics, 0, 0).refuse(DirectMemoryBudget.FULL);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.uri();
        long since = System.nanoTime();
        boolean attached = changes.isAttached();
        if (target.startsWith(MEDIA)
                || (target.indexOf('%') >= 0 && context.normalizedPath().startsWith(MEDIA))) {
            AcceptedPictures.keep(context);
        }
        String key = keys.of(context, attached);
        FinishedAnswer kept = key == null ? null : cache.find(key);
        if (kept != null && kept.holds(versions) && !(attached ? kept.isOverdue() : kept.mustNotBeShown())) {
            CacheStatus status = attached ? CacheStatus.HIT : CacheStatus.STALE;
            if (kept.send(request, status)) {
                metrics.served(request, status, context.response().getStatusCode(), since);
                return;
            }
            kept = null;
        }
        HttpReader reader = new HttpReader(context, metrics, since, versions.now());
        if (!attached && !reader.needsDatabase()) {
            reads.read(null, reader, CacheStatus.STALE);
        } else if (!attached) {
            reader.refuse(CollapsedReads.DATABASE_AWAY);
        } else if (key == null) {
            reads.read(null, reader, CacheStatus.BYPASS);
        } else {
            reads.read(key, reader, kept == null ? CacheStatus.MISS : CacheStatus.OUTDATED);
        }
    }
}
