package dev.dateline.cdn;

import dev.dateline.change.ChangeFollower;
import dev.dateline.change.ChangeFollowers;
import dev.dateline.change.ChangeListener;
import dev.dateline.change.Changed;
import dev.dateline.database.ReadTimeout;
import dev.dateline.json.Json;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a CDN which cache groups have changed, after they have: from the change log, so that nothing is forgotten when
 * the CDN or this node is away for a while, and once for all nodes.
 */
@Singleton
class CdnPurge {

    private static final String NAME = "cdn-purge";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SETTLED = ChangeListener.PATIENCE.plus(ReadTimeout.PATIENCE);

    private final PurgeConfig config;
    private final ChangeFollower thread;

    CdnPurge(PurgeConfig config, ChangeFollowers changes) {
        this.config = config;
        this.thread = new ChangeFollower(NAME, changes);
    }

    void start(@Observes StartupEvent event) {
        config.url().ifPresent(url -> {
            HttpClient cdn = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
            thread.start(groups -> purgeTwice(cdn, url, groups));
        });
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    void wake(@Observes Changed event) {
        thread.wake();
    }

    /**
     * At once, and again when every node is sure to know of the change and every read that began before it has ended:
     * until then the CDN could fetch the old answer once more.
     */
    private void purgeTwice(HttpClient cdn, URI url, Set<String> groups) throws IOException, InterruptedException {
        purge(cdn, url, groups);
        Thread.sleep(SETTLED.toMillis());
        purge(cdn, url, groups);
    }

    private void purge(HttpClient cdn, URI url, Set<String> groups) throws IOException, InterruptedException {
        List<String> all = List.copyOf(groups);
        int most = config.style().mostKeys();
        for (int i = 0; i < all.size(); i += most) {
            HttpRequest request = request(url, all.subList(i, Math.min(all.size(), i + most)));
            int status =
                    cdn.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IOException("The CDN answered a purge with status " + status);
            }
        }
    }

    private HttpRequest request(URI url, List<String> groups) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(TIMEOUT);
        switch (config.style()) {
            case FASTLY -> {
                config.token().ifPresent(token -> request.header("Fastly-Key", token));
                request.header("Surrogate-Key", String.join(" ", groups)).POST(BodyPublishers.noBody());
            }
            case CLOUDFLARE -> {
                config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(Map.of("tags", groups))));
            }
        }
        return request.build();
    }
}
