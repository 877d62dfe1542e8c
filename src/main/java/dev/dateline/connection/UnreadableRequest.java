package dev.dateline.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.http.ProblemAnswer;
import dev.dateline.json.Json;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is no request that we understand, and what a client is answered: a problem, as everything else, and the connection's
 * end, because where the next request would begin is not known (RFC 9112 section 2.2).
 */
final class UnreadableRequest {

    private static final Pattern DOT_SEGMENT = Pattern.compile("^[^?]*/(?:[.]|%2[eE]){1,2}(?:[/?;]|%2[fF]|$)");

    private UnreadableRequest() {}

    /** What is wrong with it, or null. */
    static @Nullable ProblemType fault(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return type(request.decoderResult().cause());
        }
        return isVersion(request.protocolVersion()) && isTarget(request.uri()) && hasHost(request) && isFramed(request)
                ? null
                : ProblemType.BAD_REQUEST;
    }

    private static ProblemType type(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemType.ADDRESS_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? ProblemType.HEADERS_TOO_LARGE : ProblemType.BAD_REQUEST;
    }

    private static boolean isVersion(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /**
     * A path, or a whole address: no proxy is here to be asked for anything else (RFC 9112 section 3.2). A proxy that lets through what begins with
     * {@code /v1} may not see that {@code /v1/..} leads elsewhere; clients take such steps out before they ask (RFC 3986 section 5.2.4).
     */
    private static boolean isTarget(String target) {
        if ((target.contains("/.") || target.contains("%2"))
                && DOT_SEGMENT.matcher(target).find()) {
            return false;
        }
        boolean isKnownForm = target.startsWith("/") || target.startsWith("http://") || target.startsWith("https://");
        for (int at = target.indexOf('%'); at >= 0; at = target.indexOf('%', at + 1)) {
            if (at + 2 >= target.length()
                    || !isHexadecimal(target.charAt(at + 1))
                    || !isHexadecimal(target.charAt(at + 2))) {
                return false;
            }
        }
        return isKnownForm;
    }

    private static boolean isHexadecimal(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    /** One, and in HTTP/1.1 not none (RFC 9112 section 3.2). */
    private static boolean hasHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                : hosts.size() == 1 && isHost(hosts.get(0));
    }

    /** What Vert.x cannot read either would be no host at all to those who ask it later, and they do not expect that. */
    private static boolean isHost(String host) {
        return host.indexOf(',') < 0 && HostAndPort.parseAuthority(host, -1) != null;
    }

    /** With another coding, where the body ends would be our guess against a proxy's (RFC 9112 section 6.3). */
    private static boolean isFramed(HttpRequest request) {
        if (!request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
    }

    static FullHttpResponse answer(ProblemType type) {
        String body = Json.write(new Problem(type, type.explanation()).details());
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(type.status()),
                Unpooled.wrappedBuffer(body.getBytes(UTF_8)));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemAnswer.PROBLEM_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
