package dev.dateline.http;

import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every request but a reading one meets first. It stands before Jakarta REST, because a filter there would cost each
 * read a copy of its headers.
 */
@Singleton
class WriteGuard {

    static final String KEY = "Idempotency-Key";

    /** The same bytes are the same picture, and the same file changes nothing: a repeat needs no key there. */
    private static final Pattern SAFE_TO_REPEAT = Pattern.compile("/v1/editorial/(images|imports)/?");

    private static final String IDENTITY = "identity";

    private final KnownAddresses addresses;

    WriteGuard(KnownAddresses addresses) {
        this.addresses = addresses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.WRITING);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            context.next();
        } else if (method.equals(HttpMethod.OPTIONS)) {
            tellMethods(context);
        } else {
            write(context, request);
        }
    }

    private void write(RoutingContext context, HttpServerRequest request) {
        if (isEncoded(request)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
            ProblemAnswer.send(
                    context.response(),
                    new Problem(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding."));
            return;
        }
        Problem problem = unread(request);
        if (problem == null) {
            acceptAnswersToo(request.headers());
            context.next();
        } else {
            ProblemAnswer.send(context.response(), problem);
        }
    }

    /** Compressed bodies are refused (RFC 9110 section 15.5.16): a few bytes may become gigabytes, and no editor's tool sends them. */
    private static boolean isEncoded(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return coding != null && !coding.equalsIgnoreCase(IDENTITY);
    }

    /** RFC 9110 section 9.3.7; Quarkus REST names some methods that an address has not. */
    private void tellMethods(RoutingContext context) {
        String path = context.request().path();
        if (addresses.hasAny(path)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, addresses.methods(path) + ", OPTIONS")
                    .end();
        } else if (path.startsWith("/v1")) {
            ProblemAnswer.send(context.response(), Problem.notFound());
        } else {
            context.next();
        }
    }

    /** What would be left unread: a body where none is taken, and a key for repeating that is empty or not the only one. */
    private @Nullable Problem unread(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean hasBody =
                (length != null && !length.equals("0")) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (request.method().equals(HttpMethod.DELETE) && hasBody) {
            return new Problem(
                    ProblemType.BAD_REQUEST,
                    "DELETE takes no body here; what it needs stands in the address and the headers.");
        }
        List<String> keys = request.headers().getAll(KEY);
        if (keys.size() > 1 || keys.contains("")) {
            return Problem.header(KEY, "must be given once, and not be empty");
        }
        return keys.isEmpty() || isRepeatable(request)
                ? null
                : Problem.header(KEY, "must be left out: what is created here cannot be repeated under a key");
    }

    private boolean isRepeatable(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.POST)
                || SAFE_TO_REPEAT.matcher(request.path()).matches()
                || addresses.isRepeatable(request.path());
    }

    /**
     * Lets a write name only the form of its problems. Generated clients send that where a success has no body; read to the
     * letter, it would refuse the write itself (RFC 9110 section 12.5.1 leaves it to the server).
     */
    private static void acceptAnswersToo(MultiMap headers) {
        String accepted = headers.get(HttpHeaders.ACCEPT);
        String problem = ProblemAnswer.PROBLEM_JSON.toString();
        if (accepted != null && accepted.strip().equalsIgnoreCase(problem)) {
            headers.set(HttpHeaders.ACCEPT, problem + ", application/json;q=0.1");
        }
    }
}
