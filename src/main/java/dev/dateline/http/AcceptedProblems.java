package dev.dateline.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a write name only the form of its problems. Generated clients send {@code Accept: application/problem+json} where a
 * success has no body; read to the letter, that would refuse the write itself (RFC 9110 section 12.5.1 leaves it to the server).
 */
final class AcceptedProblems {

    private static final String PROBLEM = "application/problem+json";

    @ServerRequestFilter(preMatching = true)
    void acceptAnswersToo(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (accepted != null && !reads && accepted.strip().equalsIgnoreCase(PROBLEM)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, accepted + ", application/json;q=0.1");
        }
    }
}
