package dev.dateline.delivery;

import dev.dateline.http.Problem;
import dev.dateline.http.ProblemAnswer;
import dev.dateline.http.ProblemType;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/** Finishes every {@link Answer}, hands it to those who wait for it, and sends it. */
@Provider
@ApplicationScoped // behind a proxy: providers are made before the configuration is read
public class AnswerFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final CachePolicy policy;
    private final CurrentVertxRequest current;

    AnswerFilter(CachePolicy policy, CurrentVertxRequest current) {
        this.policy = policy;
        this.current = current;
    }

    /** Nobody works for a reader who left while he waited for a thread. */
    @Override
    public void filter(ContainerRequestContext request) {
        ColdRead read = ColdRead.of(current.getCurrent());
        if (read != null && !read.begin()) {
            throw new Problem(ProblemType.UNAVAILABLE, "The reader has left.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        ColdRead read = ColdRead.of(context);
        try {
            if (response.getEntity() instanceof Answer answer) {
                finish(answer, read == null ? null : read.flight(), context, response);
            }
        } finally {
            if (read != null) {
                read.worked();
            }
        }
    }

    private void finish(
            Answer answer, @Nullable Flight flight, RoutingContext context, ContainerResponseContext response) {
        FinishedAnswer finished = finished(answer, flight == null ? 0 : flight.stamp());
        if (flight != null) {
            flight.land(finished.prepared());
        }
        Buffer body = finished.begin(context.request(), flight == null ? Served.BYPASS : flight.served());
        response.setStatus(context.response().getStatusCode());
        if (body.length() == 0) {
            response.setEntity(null);
        } else {
            response.setEntity(
                    body, null, answer.isNegative() ? ProblemAnswer.PROBLEM_JSON : MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private FinishedAnswer finished(Answer answer, long stamp) {
        byte[] bytes = answer.json().bytes();
        return new FinishedAnswer(answer, Representation.plain(bytes, tag(bytes)), policy, stamp);
    }

    /**
     * Strong, and the same on every node: 128 bits of MurmurHash3, which say nothing but what the bytes are. Nobody gains
     * by forging one, and SHA-256 would be a quarter of the cost of a list.
     */
    private static String tag(byte[] bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes);
        byte[] both = ByteBuffer.allocate(16).putLong(hash[0]).putLong(hash[1]).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }
}
