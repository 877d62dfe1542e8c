package dev.dateline.http;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what would be left unread: a body where none is taken, and a key for repeating that is empty or not the only one. */
final class RequestGuard {

    private static final String KEY = "Idempotency-Key";

    @ServerRequestFilter
    void refuseWhatIsNotRead(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean hasBody =
                (length != null && !length.equals("0")) || request.getHeaderString("Transfer-Encoding") != null;
        if (request.getMethod().equals(HttpMethod.DELETE) && hasBody) {
            throw new Problem(
                    ProblemType.BAD_REQUEST,
                    "DELETE takes no body here; what it needs stands in the address and the headers.");
        }
        List<String> keys = request.getHeaders().get(KEY);
        if (keys != null
                && (keys.size() > 1 || keys.get(0) == null || keys.get(0).isEmpty())) {
            throw Problem.header(KEY, "must be given once, and not be empty");
        }
    }
}
