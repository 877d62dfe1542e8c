package dev.dateline.delivery;

import dev.dateline.background.BackgroundLoop;
import dev.dateline.cache.CacheConfig;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.cache.ResponseCache;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.Changed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads again what a change has outdated, before readers ask for it once more: the first of them need not wait, and when the
 * database goes away, what was changed just before is in memory. What nobody has asked for since it was read is not read
 * again; so this asks the database at most as often as the readers do.
 *
 * <p>It asks over HTTP as they do, one thing at a time, and what it is answered is what the cache keeps. Where nothing listens without
 * TLS, or readers need keys, nothing is read ahead.
 */
@Singleton
class ReadsAhead {

    private static final String NAME = "Dateline-Reads-Ahead";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Also what is outdated by the time alone is noticed then. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** When those who outdate the cache have heard of a change. */
    private static final int LAST = 4_000;

    private final ResponseCache cache;
    private final CacheGroupVersions versions;
    private final ChangeListener changes;
    private final HttpServer server;
    private final boolean isWanted;
    private final BackgroundLoop loop = new BackgroundLoop("reads-ahead", REST, this::readAll);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile String host = "";

    ReadsAhead(
            ResponseCache cache,
            CacheGroupVersions versions,
            ChangeListener changes,
            HttpServer server,
            CacheConfig config) {
        this.server = server;
        this.cache = cache;
        this.versions = versions;
        this.changes = changes;
        this.isWanted = config.readsAhead() && !cache.isOff();
    }

    /** Whether a request is one of these, and no reader's. Whoever claims so only does without being read ahead for. */
    static boolean isOne(HttpServerRequest request) {
        return NAME.equals(request.getHeader("User-Agent"));
    }

    void start(@ObservesAsync HttpServerStart started) {
        if (isWanted) {
            String listening = started.options().getHost();
            host = listening.equals("0.0.0.0") || listening.equals("::") ? "localhost" : listening;
            loop.start();
        }
    }

    void changed(@Observes @Priority(LAST) Changed changed) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Duration readAll() throws InterruptedException {
        for (String key : changes.isAttached() ? cache.outdatedSinceAsked(versions) : List.<String>of()) {
            URI target = target(key);
            if (target != null) {
                read(target);
            }
        }
        return REST;
    }

    /** The key of what is the same for everybody, in JSON, is its address; null for that of anything else. */
    private @Nullable URI target(String key) {
        try {
            return new URI("http://" + host + ":" + server.getPort() + key);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private void read(URI target) throws InterruptedException {
        try {
            client.send(
                    HttpRequest.newBuilder(target)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .header("User-Agent", NAME)
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            return; // the next reader has it read
        }
    }
}
