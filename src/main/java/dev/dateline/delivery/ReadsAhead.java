package dev.dateline.delivery;

import dev.dateline.access.AuthenticatedReaders;
import dev.dateline.background.BackgroundLoop;
import dev.dateline.cache.CacheConfig;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.Changed;
import dev.dateline.http.OwnRequest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads again what a change has outdated, before readers ask for it once more: the first of them need not wait, and when the
 * database goes away, what was changed just before is in memory. What nobody has asked for since it was read is not read
 * again; so this asks the database at most as often as the readers do.
 *
 * <p>It asks over HTTP as they do, one thing at a time, and what it is answered is what the cache keeps. Only answers in JSON that are the
 * same for everybody are read ahead, so none where readers need keys; and none where nothing is answered without TLS.
 */
@Singleton
class ReadsAhead {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Also what is outdated by the time alone is noticed then. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** This node hears of its own change twice: at the commit, and a moment later in the log. */
    private static final Duration SETTLING = Duration.ofMillis(50);

    /** Then it is looked anew what there is to do. */
    private static final int MOST_AT_A_TIME = 100;

    private final ResponseCache cache;
    private final CacheGroupVersions versions;
    private final ChangeListener changes;
    private final ReadLimiters limiters;
    private final HttpServer server;
    private final boolean isWanted;
    private volatile @Nullable HttpClient client;
    private volatile String host = "";
    private final BackgroundLoop loop = new BackgroundLoop("reads-ahead", REST, this::readAll);

    ReadsAhead(
            ResponseCache cache,
            CacheGroupVersions versions,
            ChangeListener changes,
            ReadLimiters limiters,
            HttpServer server,
            AuthenticatedReaders readers,
            CacheConfig config,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String withoutTls) {
        this.cache = cache;
        this.versions = versions;
        this.changes = changes;
        this.limiters = limiters;
        this.server = server;
        this.isWanted = config.readsAhead()
                && !cache.isOff()
                && withoutTls.equalsIgnoreCase("enabled")
                && readers.share(null, true) != null;
    }

    void start(@ObservesAsync HttpServerStart started) {
        if (isWanted) {
            String listening = started.options().getHost();
            host = listening.equals("0.0.0.0") || listening.equals("::") ? "127.0.0.1" : listening;
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(PATIENCE)
                    .build();
            loop.start();
        }
    }

    void changed(@Observes Changed changed) {
        if (isWanted) {
            loop.wake();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration readAll() throws InterruptedException {
        Thread.sleep(SETTLING.toMillis());
        List<String> keys = cache.outdatedSinceAsked(versions, MOST_AT_A_TIME);
        for (String key : keys) {
            if (loop.isStopped()
                    || !changes.isAttached()
                    || limiters.of(ColdReadKind.SHORT).waiting() > 0) {
                return REST;
            }
            if (cache.forgetAsked(key)) {
                read(key);
            }
        }
        return keys.isEmpty() ? REST : Duration.ZERO;
    }

    private void read(String key) throws InterruptedException {
        try {
            URI address = address(key, host, server.getPort());
            HttpClient asking = client;
            if (address != null && asking != null) {
                asking.send(
                        HttpRequest.newBuilder(address)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .header(OwnRequest.HEADER, OwnRequest.VALUE)
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            return; // the next reader has it read
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
