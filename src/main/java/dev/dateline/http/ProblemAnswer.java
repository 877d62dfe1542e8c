package dev.dateline.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;

/** Sends a problem from where JAX-RS does not reach. */
public final class ProblemAnswer {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private ProblemAnswer() {}

    /** Does nothing when something has been sent already. */
    public static void send(HttpServerResponse response, Problem problem) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, ProblemMappers.RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(problem.details()));
    }
}
