package dev.dateline.http;

import dev.dateline.problem.Failures;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes an answer. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final KnownAddresses addresses;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - PAUSE);

    ProblemMappers(KnownAddresses addresses) {
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return ProblemAnswer.response(problem);
    }

    /** What JAX-RS itself refuses: unknown paths, methods and media types, and values that it cannot convert. */
    @ServerExceptionMapper
    Response framework(WebApplicationException failure, UriInfo uri, Request request) {
        if (failure.getCause() instanceof Problem problem) {
            return ProblemAnswer.response(problem);
        }
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        ProblemType type = ProblemType.ofStatus(status);
        Response answer = ProblemAnswer.response(new Problem(type, detail(type, uri.getPath(), request.getMethod())));
        return type == ProblemType.METHOD_NOT_ALLOWED
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, addresses.methods(uri.getPath()))
                        .build()
                : answer;
    }

    private String detail(ProblemType type, String path, String method) {
        String mediaTypes = addresses.mediaTypes(path, method);
        if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE && !mediaTypes.isEmpty()) {
            return "Send the body with Content-Type " + mediaTypes + ".";
        } else if (type == ProblemType.NOT_FOUND && !addresses.hasAny(path)) {
            return "There is no such address. /v1 links to what there is, /docs describes it; addresses are in lower case.";
        }
        return type.explanation();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure) {
        Problem problem =
                new Problem(ProblemType.UNAUTHENTICATED, "Send a valid API key or token as Authorization: Bearer ….");
        return Response.fromResponse(ProblemAnswer.response(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpServerResponse response) {
        return unexpected(failure, response);
    }

    /** A client that leaves while it is sent an answer is no reason to log, and the answer is for nobody. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpServerResponse response) {
        Problem problem = Failures.problem(failure);
        if (problem != null) {
            Failures.wordsOfALostDatabase(failure).ifPresent(this::tell);
            return ProblemAnswer.response(problem);
        }
        if (isCausedBy(OutOfMemoryError.class, failure)) {
            LOG.errorf("There was no memory for an answer: %s", failure.getMessage());
            return ProblemAnswer.response(
                    new Problem(ProblemType.UNAVAILABLE, "There is no memory for this just now. Try again soon."));
        }
        if (!response.closed() || !isCausedBy(IOException.class, failure)) {
            LOG.error("A request failed for a reason that nobody foresaw", failure);
        }
        return ProblemAnswer.response(new Problem(ProblemType.INTERNAL, "Something broke here. It has been logged."));
    }

    /** Once a second, or an outage would fill the disk. */
    private void tell(String words) {
        long now = System.nanoTime();
        long last = told.get();
        if (now - last >= PAUSE && told.compareAndSet(last, now)) {
            LOG.warnf("The database did not do what it was asked: %s", words);
        }
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, @Nullable Throwable failure) {
        return failure != null && (type.isInstance(failure) || isCausedBy(type, failure.getCause()));
    }
}
