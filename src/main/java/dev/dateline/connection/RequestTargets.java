package dev.dateline.connection;

import dev.dateline.http.ProblemAnswer;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of a request's target before anybody looks at it ({@link ConnectionGuard}). People type {@code ?tag=a|b} and
 * Cyrillic as they are; such characters must be escaped in a URI (RFC 3986 section 2), so they are escaped instead of being
 * refused. A path gets its one spelling, without dot segments, doubled slashes and needless escapes. What no router can read
 * becomes a problem like any other.
 */
@ApplicationScoped
class RequestTargets {

    /** By character; every request is looked through, so it has to be quick. */
    private static final boolean[] IS_UNSAFE = unsafe();

    void register(@Observes Router router) {
        for (int status : List.of(400, 403, 404, 405, 413, 414, 431, 500)) {
            router.errorHandler(status, context -> answer(context, status));
        }
    }

    /** One spelling for what is the same: code that looks at a target after this need not think of others. */
    static String canonical(String target) {
        if (!target.startsWith("/")) {
            return canonical(withoutOrigin(target));
        }
        boolean isPath = true;
        char last = 0;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            isPath &= c != '?';
            boolean isPlain = !isPath || (c != '%' && c != ';' && (last != '/' || (c != '/' && c != '.')));
            if (!isPlain || isUnsafe(c)) {
                return respelled(target);
            }
            last = c;
        }
        return target;
    }

    private static String withoutOrigin(String target) {
        int end = target.indexOf("//") + 2;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return target.startsWith("/", end) ? target.substring(end) : "/" + target.substring(end);
    }

    /** Parameters inside a path ({@code ;a=b}) would be one more way to say the same; escaped, they are part of a name. */
    private static String respelled(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark);
        return HttpUtils.normalizePath(escaped(path).replace(";", "%3B")) + escaped(query);
    }

    private static boolean isUnsafe(char c) {
        return c > 0x7e || IS_UNSAFE[c];
    }

    private static boolean[] unsafe() {
        boolean[] unsafe = new boolean[0x7f];
        Arrays.fill(unsafe, 0, 0x21, true);
        "|{}^`\"<>\\[]#".chars().forEach(c -> unsafe[c] = true);
        return unsafe;
    }

    /** Each character stands for one byte here: the request line is read as Latin-1. */
    private static String escaped(String target) {
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
