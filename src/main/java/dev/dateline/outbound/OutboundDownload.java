package dev.dateline.outbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fetches what lies at addresses that somebody typed in. A few redirects are followed, each only to where any request may go, and to
 * just the address that was checked.
 */
@Singleton
public class OutboundDownload {

    private static final int MOST_REDIRECTS = 3;
    private static final Duration WRITING = Duration.ofSeconds(30);

    private final OutboundRequests requests;
    private final OutboundAddress addresses;
    private final Vertx vertx;

    OutboundDownload(OutboundRequests requests, OutboundAddress addresses, Vertx vertx) {
        this.requests = requests;
        this.addresses = addresses;
        this.vertx = vertx;
    }

    /**
     * Writes it into a file.
     *
     * @param accept the media types that are wanted
     * @param patience for all of it
     * @throws IOException when it cannot be had, with a message for whoever typed the address in
     */
    public void fetch(String address, String accept, Path file, Duration patience, long mostBytes)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        AsyncFile out = OutboundRequests.await(
                vertx.fileSystem().open(file.toString(), new OpenOptions().setTruncateExisting(true)),
                OutboundRequests.left(until));
        AtomicLong bytes = new AtomicLong();
        try {
            follow(readable(address), Map.of("Accept", accept, "Connection", "close"), out, bytes, until, mostBytes);
        } finally {
            OutboundRequests.await(out.close(), WRITING); // that waits for what is still to be written
        }
        if (Files.size(file) != bytes.get()) {
            throw new FileSystemException(file.toString(), null, "not all of it could be written");
        }
    }

    private void follow(
            URI first, Map<String, String> headers, AsyncFile out, AtomicLong bytes, long until, long mostBytes)
            throws IOException, InterruptedException {
        URI url = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            String location = fetched(url, headers, out, bytes, until, mostBytes);
            if (location.isEmpty()) {
                return;
            }
            url = readable(resolved(url, location));
        }
        throw new IOException("It leads on and on to other addresses");
    }

    private URI readable(String address) throws IOException {
        try {
            return addresses.parseReadable(address);
        } catch (IllegalArgumentException e) {
            throw new IOException("The address " + e.getMessage(), e);
        }
    }

    private static String resolved(URI url, String location) throws IOException {
        try {
            return url.resolve(location.replaceAll("#.*", "")).toString();
        } catch (IllegalArgumentException e) {
            throw new IOException("It leads on to what is no address", e);
        }
    }

    /** @return where it leads on, or an empty text when it was fetched */
    private String fetched(
            URI url, Map<String, String> headers, AsyncFile out, AtomicLong bytes, long until, long mostBytes)
            throws IOException, InterruptedException {
        Future<HttpClientRequest> connected = requests.connect(HttpMethod.GET, url, headers);
        try {
            HttpClientRequest request = connected(connected, until);
            Future<String> answer = request.response().compose(response -> answered(response, out, bytes, mostBytes));
            request.end();
            return OutboundRequests.await(answer, OutboundRequests.left(until));
        } catch (IOException | InterruptedException e) {
            connected.onSuccess(HttpClientRequest::reset);
            if (e.getCause() instanceof UnreachableHost unreachable) {
                throw unreachable;
            }
            throw e;
        }
    }

    private static HttpClientRequest connected(Future<HttpClientRequest> connected, long until)
            throws IOException, InterruptedException {
        try {
            return OutboundRequests.await(connected, OutboundRequests.left(until));
        } catch (IOException e) {
            throw new UnreachableHost(String.valueOf(e.getMessage()), e);
        }
    }

    private static Future<String> answered(
            HttpClientResponse response, AsyncFile out, AtomicLong bytes, long mostBytes) {
        int status = response.statusCode();
        String location = Objects.requireNonNullElse(response.getHeader("Location"), "");
        response.exceptionHandler(broken -> {}); // whoever waits is told otherwise
        if (status / 100 == 3 && !location.isEmpty()) {
            response.request().reset(); // what is said beside it is not read
            return Future.succeededFuture(location);
        } else if (status == 429 || status >= 500) {
            return Future.failedFuture(new UnreachableHost("Its server answered " + status));
        } else if (status != 200) {
            return Future.failedFuture(new IOException("Its server answered " + status));
        }
        return written(response, out, bytes, mostBytes).map("");
    }

    private static Future<Void> written(HttpClientResponse response, AsyncFile out, AtomicLong bytes, long mostBytes) {
        Promise<Void> done = Promise.promise();
        response.handler(part -> {
                    if (done.future().isComplete()) {
                        return;
                    } else if (bytes.addAndGet(part.length()) > mostBytes) {
                        done.tryFail(new IOException("It has more than " + mostBytes + " bytes"));
                    } else {
                        write(response, out, part, done);
                    }
                })
                .endHandler(end -> done.tryComplete())
                .exceptionHandler(done::tryFail);
        out.exceptionHandler(done::tryFail);
        return done.future();
    }

    private static void write(HttpClientResponse response, AsyncFile out, Buffer part, Promise<Void> done) {
        out.write(part).onFailure(done::tryFail);
        if (out.writeQueueFull()) {
            response.pause();
            out.drainHandler(room -> response.resume());
        }
    }
}
