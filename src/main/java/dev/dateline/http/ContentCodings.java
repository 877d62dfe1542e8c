package dev.dateline.http;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses compressed bodies (RFC 9110 section 15.5.16): a few bytes may become gigabytes, and no editor's tool sends them. */
final class ContentCodings {

    private static final String IDENTITY = "identity";

    @ServerRequestFilter
    @Nullable
    Response onlyIdentity(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        boolean isRead = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (coding == null || coding.equalsIgnoreCase(IDENTITY) || isRead) {
            return null;
        }
        Problem problem =
                new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding.");
        return Response.fromResponse(ProblemAnswer.response(problem))
                .header(HttpHeaders.ACCEPT_ENCODING, IDENTITY)
                .build();
    }
}
