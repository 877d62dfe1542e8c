package dev.dateline.http;

import dev.dateline.json.Json;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Sends a problem from where JAX-RS does not reach. */
public final class ProblemAnswer {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private static final String RETRY_AFTER_SECONDS = "1";

    private ProblemAnswer() {}

    /** Does nothing when something has been sent already. */
    public static void send(HttpServerResponse response, Problem problem) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(problem.details()));
    }

    /** The same for JAX-RS. */
    public static Response response(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .entity(problem.details());
        if (problem.type() == ProblemType.UNAVAILABLE || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            answer.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
