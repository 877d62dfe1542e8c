package dev.dateline.delivery;

import dev.dateline.cache.Answer;
import dev.dateline.cache.FinishedAnswer;
import dev.dateline.cache.Representation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** Sends a finished {@link Answer} to the reader for whom it was made, as they would get it from memory. */
@Provider
public final class AnswerFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    AnswerFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Answer)) {
            return;
        }
        RoutingContext context = current.getCurrent();
        CollapsedRead read = HttpReader.of(context).read();
        FinishedAnswer answer = Objects.requireNonNull(read.answer());
        Representation body = answer.begin(context.request(), read.cacheStatus());
        response.setStatus(context.response().getStatusCode());
        if (body == null) {
            response.setEntity(null);
        } else {
            response.setEntity(body.array(), null, MediaType.valueOf(answer.mediaType()));
        }
    }
}
