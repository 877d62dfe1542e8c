package dev.dateline.delivery;

import dev.dateline.access.AuthenticatedReaders;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.CacheKey;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.http.FilterOrder;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Meets every public read first. What is kept and holds is sent from here; what is not goes on to its resource, once for
 * all who ask the same at the same time, and only as many at a time as the database can serve.
 */
@Singleton
class DeliveryHandler {

    private static final String ROOT = "/v1";
    private static final String EDITORIAL = "/v1/editorial";
    private static final String CONTRACT = "/openapi";
    private static final int CONTRACT_BYTES = 262_144;
    private static final String DATABASE_AWAY = "The database does not answer. Try again soon.";

    private static final Pattern JSON =
            Pattern.compile("(^|,)\\s*(\\*/\\*|application/(json|\\*))\\s*([,;]|$)", Pattern.CASE_INSENSITIVE);

    /** A media type with the weight 0, whichever it is. */
    private static final Pattern REFUSAL = Pattern.compile("q=0(\\.0*)?\\s*([,;]|$)", Pattern.CASE_INSENSITIVE);

    private final ResponseCache cache;
    private final CacheGroupVersions generations;
    private final ChangeListener changes;
    private final ReadLimiter admission;
    private final AuthenticatedReaders readers;
    private final DeliveryMetrics metrics;
    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    DeliveryHandler(
            ResponseCache cache,
            CacheGroupVersions generations,
            ChangeListener changes,
            ReadLimiter admission,
            AuthenticatedReaders readers,
            DeliveryMetrics metrics) {
        this.cache = cache;
        this.generations = generations;
        this.changes = changes;
        this.admission = admission;
        this.readers = readers;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.DELIVERY);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isPublicRead(request)) {
            if (request.uri().startsWith(CONTRACT) && !DirectMemoryBudget.hasRoom(CONTRACT_BYTES)) {
                refuse(context, DirectMemoryBudget.FULL);
            } else {
                context.next();
            }
            return;
        }
        long began = System.nanoTime();
        boolean attached = changes.isAttached();
        String key = isKept(request, attached) ? CacheKey.of(request) : null;
        FinishedAnswer kept = key == null ? null : cache.find(key);
        if (kept != null && kept.holds(generations) && (!attached || !kept.isOverdue())) {
            if (send(context, kept, attached ? CacheStatus.HIT : CacheStatus.STALE, began)) {
                return;
            }
            kept = null;
        }
        if (!attached) {
            refuse(context, DATABASE_AWAY);
        } else if (key == null) {
            admit(context, null, began);
        } else {
            join(context, key, kept == null ? CacheStatus.MISS : CacheStatus.OUTDATED, began);
        }
    }

    private static boolean isPublicRead(HttpServerRequest request) {
        String target = request.uri();
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && target.startsWith(ROOT)
                && !target.startsWith(EDITORIAL);
    }

    /** Whether the answer to such a request may come from memory: the reader takes JSON, and may read at all. */
    private boolean isKept(HttpServerRequest request, boolean attached) {
        return !cache.isOff()
                && takesJson(request.getHeader(HttpHeaders.ACCEPT))
                && readers.admits(request.getHeader(HttpHeaders.AUTHORIZATION), attached);
    }

    /** Only what is certain at a glance; the rest is left to the resource. */
    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.equals("*/*")
                || (JSON.matcher(accept).find() && !REFUSAL.matcher(accept).find());
    }

    private void join(RoutingContext context, String key, CacheStatus served, long began) {
        Flight flight = new Flight(key, served, this::landed);
        long arrived = generations.now();
        Context loop = context.vertx().getOrCreateContext();
        while (true) {
            Flight other = flights.putIfAbsent(key, flight);
            if (other == null) {
                admit(context, flight, began);
                return;
            }
            if (other.join(over -> loop.runOnContext(now -> follow(context, over, arrived, began)))) {
                return;
            }
        }
    }

    private void landed(Flight flight) {
        FinishedAnswer answer = flight.answer();
        try {
            if (answer != null) {
                flight.keptAs(cache.put(flight.key(), answer));
            }
        } finally {
            flights.remove(flight.key(), flight);
        }
    }

    /** The answer was begun before this reader asked, perhaps: it serves him only when nothing has changed since. */
    private void follow(RoutingContext context, Flight flight, long arrived, long began) {
        FinishedAnswer answer = flight.answer();
        if (answer != null && (answer.isMadeAfter(arrived) || answer.holds(generations))) {
            FinishedAnswer kept = flight.kept();
            if (kept != null && send(context, kept, CacheStatus.COLLAPSED, began)) {
                return;
            }
            copy(context, answer, began);
        } else if (answer != null || flight.outcome() == Flight.Outcome.DESERTED) {
            join(context, flight.key(), CacheStatus.OUTDATED, began);
        } else if (flight.outcome() == Flight.Outcome.FAILED) {
            refuse(context, "The answer could not be computed. Try again soon.");
        } else {
            admit(context, null, began);
        }
    }

    /** Sends what is not kept: each who is sent it takes room of his own. */
    private void copy(RoutingContext context, FinishedAnswer answer, long began) {
        long bytes = answer.bytesFor(context.request());
        if (!DirectMemoryBudget.claim(bytes)) {
            refuse(context, DirectMemoryBudget.FULL);
            return;
        }
        try {
            send(context, answer, CacheStatus.COLLAPSED, began);
        } finally {
            DirectMemoryBudget.release(bytes);
        }
    }

    private void admit(RoutingContext context, @Nullable Flight flight, long began) {
        HttpServerResponse response = context.response();
        admission.enter(began, response::closed, () -> depart(context, flight, began), () -> {
            if (flight != null) {
                flight.abandon(response.closed() ? Flight.Outcome.DESERTED : Flight.Outcome.FAILED);
            }
            refuse(
                    context,
                    changes.isAttached()
                            ? "More is asked than the database can answer. Try again soon."
                            : DATABASE_AWAY);
        });
    }

    private void depart(RoutingContext context, @Nullable Flight flight, long began) {
        ColdRead read = new ColdRead(flight, () -> arrived(context, flight, began));
        if (!changes.isAttached()) {
            refuse(context, DATABASE_AWAY);
        }
        if (context.response().closed() || context.response().ended()) {
            read.end();
            return;
        }
        if (flight != null) {
            flight.depart(generations.now());
        }
        read.attach(context);
        context.addEndHandler(ended -> {
            if (ended.succeeded()) {
                read.end();
            } else {
                read.left();
            }
        });
        context.next();
    }

    private void arrived(RoutingContext context, @Nullable Flight flight, long began) {
        admission.leave();
        HttpServerResponse response = context.response();
        if (flight != null) {
            flight.abandon(
                    response.getStatusCode() >= 500
                            ? Flight.Outcome.FAILED
                            : response.ended() ? Flight.Outcome.DIVERTED : Flight.Outcome.DESERTED);
        }
        CacheStatus served = flight == null ? CacheStatus.BYPASS : flight.served();
        metrics.served(context.request(), served, response.getStatusCode(), began);
    }

    private boolean send(RoutingContext context, FinishedAnswer answer, CacheStatus served, long began) {
        boolean isSent = answer.send(context.request(), served);
        if (isSent) {
            metrics.served(context.request(), served, context.response().getStatusCode(), began);
        }
        return isSent;
    }

    private void refuse(RoutingContext context, String detail) {
        metrics.refused();
        ProblemAnswer.send(context.response(), new Problem(ProblemType.UNAVAILABLE, detail));
    }
}
