package dev.dateline.outbound;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to addresses that somebody typed in. A host is looked up once for each, and the request goes to just that
 * address: whoever owns the name cannot have it lead inside afterwards. Redirects are answers like any other.
 */
@Singleton
public class OutboundRequests {

    private static final int MOST_CONNECTIONS_A_HOST = 32;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int IDLE_SECONDS = 30;
    private static final Duration MARGIN = Duration.ofMillis(50);
    private static final int LATE = 4_000;

    private final OutboundAddress addresses;
    private final Vertx vertx;
    private final HttpClient client;

    OutboundRequests(OutboundAddress addresses, Vertx vertx) {
        this.addresses = addresses;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS_A_HOST)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout(IDLE_SECONDS));
    }

    /** After those who still wait for answers. */
    void stop(@Observes @Priority(LATE) ShutdownEvent event) {
        client.close();
    }

    /**
     * Posts, and waits for the answer.
     *
     * @param patience for all of it; a body that does not end in time, or breaks off, is cut
     * @param mostBytes of the answer's body that are wanted; the connection is closed when there are more
     * @throws IOException when there was no answer, with a message for whoever typed the address in
     */
    public OutboundAnswer post(URI url, Map<String, String> headers, byte[] body, Duration patience, int mostBytes)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        addresses.requireSecure(url);
        Future<HttpClientRequest> connected = connect(HttpMethod.POST, url, headers);
        try {
            HttpClientRequest request = await(connected, left(until));
            Future<OutboundAnswer> answer = request.response() // is waited for before it can come
                    .compose(response -> beginning(
                                    response, mostBytes, left(until).minus(MARGIN))
                            .map(read ->
                                    new OutboundAnswer(response.statusCode(), headers(response), read.toString())));
            request.end(Buffer.buffer(body));
            return await(answer, left(until));
        } catch (IOException | InterruptedException e) {
            connected.onSuccess(HttpClientRequest::reset);
            throw e;
        }
    }

    /** A connection to just the address that the host has now, with a request that is still to be sent. */
    Future<HttpClientRequest> connect(HttpMethod method, URI url, Map<String, String> headers) throws IOException {
        return client.request(options(method, url, address(url), headers));
    }

    static Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    private InetAddress address(URI url) throws IOException {
        try {
            return addresses.reachable(url.getHost());
        } catch (ForbiddenAddress e) {
            throw e;
        } catch (UnknownHostException e) {
            throw new IOException("The host is not known", e);
        }
    }

    private static RequestOptions options(
            HttpMethod method, URI url, InetAddress address, Map<String, String> headers) {
        boolean isTls = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : isTls ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(isTls)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
        headers.forEach(options::putHeader);
        return options;
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    /** What has come until it ends, breaks off, is enough or takes too long: the status stands at the head, and counts. */
    private Future<Buffer> beginning(HttpClientResponse response, int most, Duration patience) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        Runnable cut = () -> {
            if (read.tryComplete(body.getBuffer(0, Math.min(most, body.length())))) {
                response.request().reset();
            }
        };
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), late -> cut.run());
        response.handler(part -> {
                    body.appendBuffer(part);
                    if (body.length() > most) {
                        cut.run();
                    }
                })
                .endHandler(end -> read.tryComplete(body))
                .exceptionHandler(broken -> cut.run());
        return read.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    static <T> T await(Future<T> future, Duration patience) throws IOException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnreachableHost("There was no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
