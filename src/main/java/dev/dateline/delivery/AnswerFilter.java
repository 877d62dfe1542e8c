package dev.dateline.delivery;

import dev.dateline.cache.Answer;
import dev.dateline.cache.CacheStatus;
import dev.dateline.cache.Representation;
import dev.dateline.http.ProblemAnswer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Sends a finished {@link Answer} to the reader for whom it was made, as he would get it from memory. */
@Provider
public final class AnswerFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    AnswerFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        RoutingContext context = current.getCurrent();
        Representation body =
                AnswerInterceptor.finished(context).begin(context.request(), served(ColdRead.of(context)));
        response.setStatus(context.response().getStatusCode());
        if (body == null) {
            response.setEntity(null);
        } else {
            response.setEntity(
                    body.array(),
                    null,
                    answer.isNegative() ? ProblemAnswer.PROBLEM_JSON : MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static CacheStatus served(@Nullable ColdRead read) {
        Flight flight = read == null ? null : read.flight();
        if (flight == null) {
            return CacheStatus.BYPASS;
        }
        return flight.isKept() ? flight.served() : flight.served().unkept();
    }
}
