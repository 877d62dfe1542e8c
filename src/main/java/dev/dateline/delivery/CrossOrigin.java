package dev.dateline.delivery;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
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
    private static final Set<String> EXPOSED = Set.of("ETag", "Link", "Location", "Last-Modified");

    void register(@Observes Router router, DeliveryConfig delivery, EditorialConfig editorial) {
        editorial
                .corsOrigins()
                .ifPresent(origins -> router.route("/v1/editorial/*")
                        .order(-2)
                        .handler(handler(origins, WRITING)
                                .allowedHeaders(
                                        Set.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key"))));
        delivery.corsOrigins().ifPresent(origins -> {
            CorsHandler handler = handler(origins, READING)
                    .allowedHeaders(Set.of("Authorization", "If-None-Match", "If-Modified-Since"));
            router.route("/v1/*").order(-1).handler(context -> {
                if (context.normalizedPath().startsWith("/v1/editorial")) {
                    context.next();
                } else {
                    handler.handle(context);
                }
            });
        });
    }

    private static CorsHandler handler(List<String> origins, Set<HttpMethod> methods) {
        CorsHandler handler = CorsHandler.create()
                .allowedMethods(methods)
                .exposedHeaders(EXPOSED)
                .maxAgeSeconds(86_400);
        return origins.contains("*") ? handler.addOrigin("*") : handler.addOrigins(origins);
    }
}
