package dev.dateline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;

/**
 * Meets requests before JAX-RS does. People type {@code ?tag=a|b} and Cyrillic as they are; such characters must be
 * escaped in a URI (RFC 3986 section 2), so they are escaped instead of being refused: by {@link ConnectionGuard}, because
 * Quarkus refuses them before any filter. A path gets its one spelling, without dot segments, doubled slashes and needless
 * escapes. What no router can read becomes a problem like any other.
 */
@ApplicationScoped
class RequestTargets {

    /** By character; every request is looked through, so it has to be quick. */
    private static final boolean[] IS_UNSAFE = unsafe();

    void register(@Observes Filters filters) {
        filters.register(RequestTargets::canonical, FilterOrder.TARGETS);
    }

    void register(@Observes Router router) {
        for (int status : List.of(400, 403, 404, 405, 413, 414, 431, 500)) {
            router.errorHandler(status, context -> answer(context, status));
        }
    }

    /** One spelling for what is the same: whoever looks at a target after this need not think of others. */
    private static void canonical(RoutingContext context) {
        String target = context.request().uri();
        boolean isPath = true;
        boolean isPlain = target.startsWith("/");
        char last = 0;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            isPath &= c != '?';
            if (isPath && c == ';') {
                answer(context, 404); // parameters of a path would be one more way to say the same
                return;
            }
            isPlain &= !isPath || (c != '%' && (last != '/' || (c != '/' && c != '.')));
            last = c;
        }
        if (isPlain) {
            context.next();
        } else {
            normalize(context);
        }
    }

    private static void normalize(RoutingContext context) {
        String path = context.request().path();
        String normal = context.normalizedPath();
        if (context.request().uri().startsWith("/") && normal.equals(path)) {
            context.next();
        } else {
            String query = context.request().query();
            context.reroute(query == null ? normal : normal + "?" + query);
        }
    }

    private static boolean isUnsafe(char c) {
        return c > 0x7e || IS_UNSAFE[c];
    }

    private static boolean[] unsafe() {
        boolean[] unsafe = new boolean[0x7f];
        Arrays.fill(unsafe, 0, 0x21, true);
        "|{}^`\"<>\\[]".chars().forEach(c -> unsafe[c] = true);
        return unsafe;
    }

    /** Each character stands for one byte here: the request line is read as Latin-1. */
    static String escaped(String target) {
        int first = 0;
        while (first < target.length() && !isUnsafe(target.charAt(first))) {
            first++;
        }
        if (first == target.length()) {
            return target;
        }
        StringBuilder escaped = new StringBuilder(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (isUnsafe(c)) {
                escaped.append('%').append(String.format("%02X", (int) c & 0xff));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static void answer(RoutingContext context, int status) {
        ProblemType type = ProblemType.ofStatus(status);
        ProblemAnswer.send(context.response(), new Problem(type, type.explanation()));
    }
}
