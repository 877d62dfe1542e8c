package dev.dateline.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives every reader a share of the requests, when configured, and tells it what is left of that ({@code RateLimit} and
 * {@code RateLimit-Policy}, draft-ietf-httpapi-ratelimit-headers). See {@link ClientAddress}.
 */
@Singleton
class RateLimit {

    private static final int MOST_CLIENTS = 100_000;

    private final Duration period;
    private final int requests;
    private final LoadingCache<String, Bucket> clients;

    RateLimit(HttpLimits limits) {
        this.period = limits.rateLimit().period();
        this.requests = limits.rateLimit().requests().orElse(0);
        this.clients = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(period)
                .build(client -> bucket());
    }

    void register(@Observes Filters filters) {
        if (requests > 0) {
            filters.register(this::meter, FilterOrder.RATE_LIMIT);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                .build();
    }

    private void meter(RoutingContext context) {
        String target = context.request().uri();
        if (!target.startsWith("/v1") || target.startsWith("/v1/editorial") || OwnRequest.is(context.request())) {
            context.next();
            return;
        }
        ConsumptionProbe probe =
                clients.get(ClientAddress.of(context.request().remoteAddress())).tryConsumeAndReturnRemaining(1);
        context.response()
                .putHeader("RateLimit-Policy", "\"client\";q=%d;w=%d".formatted(requests, period.toSeconds()))
                .putHeader(
                        "RateLimit",
                        "\"client\";r=%d;t=%d"
                                .formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
        ProblemAnswer.send(
                context.response(),
                new Problem(
                        ProblemType.TOO_MANY_REQUESTS,
                        "A client may send %d requests in %d seconds.".formatted(requests, period.toSeconds())));
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
