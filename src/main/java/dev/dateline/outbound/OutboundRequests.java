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

    private final OutboundAddress addresses;
    private final HttpClient client;

    OutboundRequests(OutboundAddress addresses, Vertx vertx) {
        this.addresses = addresses;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS_A_HOST)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout(IDLE_SECONDS));
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }

    /**
     * Posts, and waits for the answer.
     *
     * @param patience for all of it; a body that does not end in time is cut
     * @param mostBytes of the answer's body that are wanted; the connection is closed when there are more
     * @throws IOException when there was no answer, with a message for whoever typed the address in
     */
    public OutboundAnswer post(URI url, Map<String, String> headers, byte[] body, Duration patience, int mostBytes)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        Future<HttpClientRequest> connected = client.request(options(url, address(url), headers));
        try {
            HttpClientRequest request = await(connected, patience);
            Future<OutboundAnswer> answer = request.send(Buffer.buffer(body))
                    .compose(response -> beginning(response, mostBytes)
                            .map(read ->
                                    new OutboundAnswer(response.statusCode(), headers(response), read.toString())));
            return await(answer, Duration.ofNanos(until - System.nanoTime()));
        } catch (IOException | InterruptedException e) {
            connected.onSuccess(HttpClientRequest::reset);
            throw e;
        }
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

    private static RequestOptions options(URI url, InetAddress address, Map<String, String> headers) {
        boolean isTls = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : isTls ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
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

    private static Future<Buffer> beginning(HttpClientResponse response, int most) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
                    body.appendBuffer(part);
                    if (body.length() > most && read.tryComplete(body.getBuffer(0, most))) {
                        response.request().reset();
                    }
                })
                .endHandler(end -> read.tryComplete(body))
                .exceptionHandler(read::tryFail);
        return read.future();
    }

    private static <T> T await(Future<T> future, Duration patience) throws IOException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("There was no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
