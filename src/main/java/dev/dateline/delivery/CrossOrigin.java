package dev.dateline.delivery;

import dev.dateline.http.FilterOrder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which web pages may use the API from a browser (the Fetch standard's CORS protocol). Delivery: any, without
 * credentials. Editorial: none, unless configured, because there a page acts with its reader's rights.
 */
@ApplicationScoped
class CrossOrigin {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WRITING = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);
    private static final Set<String> EXPOSED = Set.of(
            "ETag",
            "Link",
            "Location",
            "Last-Modified",
            "Cache-Status",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After");

    private static final String EXPOSED_TO_ANY = String.join(", ", new TreeSet<>(EXPOSED));
    private static final String ANY = "*";

    private static final int ORDER = -FilterOrder.CROSS_ORIGIN;

    void register(@Observes Router router, DeliveryConfig delivery, EditorialConfig editorial) {
        editorial
                .corsOrigins()
                .ifPresent(origins -> router.route("/v1/editorial/*")
                        .order(ORDER)
                        .handler(handler(origins, WRITING)
                                .allowedHeaders(
                                        Set.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key"))));
        delivery.corsOrigins().ifPresent(origins -> {
            CorsHandler handler = handler(origins, READING)
                    .allowedHeaders(Set.of("Authorization", "If-None-Match", "If-Modified-Since"));
            router.route("/v1/*").order(ORDER).handler(origins.contains(ANY) ? orAny(handler) : handler(handler));
        });
    }

    private static Handler<RoutingContext> handler(CorsHandler handler) {
        return context -> {
            if (isEditorial(context)) {
                context.next();
            } else {
                handler.handle(context);
            }
        };
    }

    /** The same words for every page, and for who is none, so that a CDN's copy serves all (Fetch, "CORS and caches"). */
    private static Handler<RoutingContext> orAny(CorsHandler preflight) {
        return context -> {
            if (isEditorial(context)) {
                context.next();
            } else if (context.request().method().equals(HttpMethod.OPTIONS)) {
                preflight.handle(context);
            } else {
                context.response()
                        .headers()
                        .add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                        .add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_TO_ANY);
                context.next();
            }
        };
    }

    private static boolean isEditorial(RoutingContext context) {
        return context.normalizedPath().startsWith("/v1/editorial");
    }

    private static CorsHandler handler(List<String> origins, Set<HttpMethod> methods) {
        CorsHandler handler = CorsHandler.create()
                .allowedMethods(methods)
                .exposedHeaders(EXPOSED)
                .maxAgeSeconds(86_400);
        return origins.contains(ANY) ? handler.addOrigin(ANY) : handler.addOrigins(origins);
    }
}
