package dev.dateline.delivery;

import dev.dateline.http.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            "Cache-Groups",
            "Cache-Status",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After");
    private static final String ANY = "*";

    /** From where delivery may be read. */
    @ConfigMapping(prefix = "dateline.delivery")
    interface OfDelivery {

        /** Origins whose pages may read delivery from a browser: {@code *} for all, a list, or empty for none. */
        @WithDefault("*")
        Optional<List<String>> corsOrigins();
    }

    /** From where editorial may be used. */
    @ConfigMapping(prefix = "dateline.editorial")
    interface OfEditorial {

        /** Origins whose pages may use the editorial API from a browser, with commas between them; none when left out. */
        Optional<List<String>> corsOrigins();
    }

    void register(@Observes Filters filters, OfDelivery delivery, OfEditorial editorial) {
        Handler<RoutingContext> writing = editorial
                .corsOrigins()
                .map(origins -> onlyFrom(
                        origins,
                        handler(origins, WRITING)
                                .allowedHeaders(
                                        Set.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key"))))
                .orElse(RoutingContext::next);
        Handler<RoutingContext> reading =
                delivery.corsOrigins().map(CrossOrigin::reading).orElse(RoutingContext::next);
        filters.register(context -> chosen(context, reading, writing).handle(context), FilterOrder.CROSS_ORIGIN);
    }

    private static Handler<RoutingContext> chosen(
            RoutingContext context, Handler<RoutingContext> reading, Handler<RoutingContext> writing) {
        String target = context.request().uri();
        if (target.startsWith("/v1/editorial")) {
            return writing;
        }
        return target.startsWith("/v1") ? reading : RoutingContext::next;
    }

    private static Handler<RoutingContext> reading(List<String> origins) {
        CorsHandler handler = handler(origins, READING)
                .allowedHeaders(Set.of("Authorization", "If-None-Match", "If-Modified-Since", "Last-Event-ID"));
        return origins.contains(ANY) ? orAny(handler) : onlyFrom(origins, handler);
    }

    /** Who comes from elsewhere gets the answer without leave to show it, which their browser keeps from the page. */
    private static Handler<RoutingContext> onlyFrom(List<String> origins, CorsHandler allowed) {
        Set<String> known = Set.copyOf(origins);
        return context -> {
            String origin = context.request().getHeader(HttpHeaders.ORIGIN);
            if (origin == null || known.contains(origin) || known.contains(ANY)) {
                allowed.handle(context);
            } else {
                context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
                context.next();
            }
        };
    }

    /** The same words for every page, and for who is none, so that a CDN's copy serves all (Fetch, "CORS and caches"). */
    private static Handler<RoutingContext> orAny(CorsHandler preflight) {
        return context -> {
            if (context.request().method().equals(HttpMethod.OPTIONS)) {
                preflight.handle(context);
            } else {
                context.response()
                        .headers()
                        .add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                        .add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
                context.next();
            }
        };
    }

    private static CorsHandler handler(List<String> origins, Set<HttpMethod> methods) {
        CorsHandler handler = CorsHandler.create()
                .allowedMethods(methods)
                .exposedHeaders(EXPOSED)
                .maxAgeSeconds(86_400);
        try {
            return origins.contains(ANY) ? handler.addOrigin(ANY) : handler.addOrigins(origins);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException(
                    "The settings cors-origins take * or origins such as https://example.org, not " + origins, e);
        }
    }
}
