package dev.dateline.delivery;

import dev.dateline.access.AuthenticatedReaders;
import dev.dateline.http.OwnRequest;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What this node asks itself over HTTP, as a reader would, so that the answer is in its memory. No limit and no figure counts it.
 * It can ask only for what is the same for everybody, so for nothing where readers need keys; and for nothing where
 * nothing is answered without TLS.
 */
@Singleton
class OwnReads {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ANY = "0.0.0.0";

    private final IntSupplier port;
    private final boolean arePossible;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final String host;

    @Inject
    OwnReads(
            HttpServer server,
            AuthenticatedReaders readers,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = ANY) String host,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String withoutTls) {
        this(
                server::getPort,
                host.equals(ANY) || host.equals("::") ? "127.0.0.1" : host,
                withoutTls.equalsIgnoreCase("enabled") && readers.share(null, true) != null);
    }

    OwnReads(IntSupplier port, String host, boolean arePossible) {
        this.port = port;
        this.host = host;
        this.arePossible = arePossible;
    }

    boolean arePossible() {
        return arePossible;
    }

    /**
     * Has the answer of this key made.
     *
     * @return its status; null when there was no answer, or the key says more than an address, as that of a form does
     */
    @Nullable
    Integer read(String key) throws InterruptedException {
        return read(key, PATIENCE);
    }

    /** The same, for so long at most. */
    @Nullable
    Integer read(String key, Duration patience) throws InterruptedException {
        URI address = address(key, host, port.getAsInt());
        if (address == null) {
            return null;
        }
        try {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .header(OwnRequest.HEADER, OwnRequest.VALUE)
                                    .timeout(patience)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return null;
        }
    }

    /** The key is an address without escapes; null for one that says more, such as a form or what a partner may have. */
    static @Nullable URI address(String key, String host, int port) {
        int mark = key.indexOf('?');
        String path = mark < 0 ? key : key.substring(0, mark);
        String query = mark < 0 ? null : key.substring(mark + 1);
        try {
            URI address = new URI("http", null, host, port, path, query, null);
            return key.indexOf(' ') >= 0
                    ? null
                    : URI.create(address.toASCIIString().replace("+", "%2B"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
