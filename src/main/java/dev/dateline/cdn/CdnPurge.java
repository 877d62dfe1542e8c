package dev.dateline.cdn;

import dev.dateline.change.Change;
import dev.dateline.change.ChangeFollower;
import dev.dateline.change.ChangeListener;
import dev.dateline.database.ReadTimeout;
import dev.dateline.json.Json;
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
class CdnPurge implements ChangeFollower {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SETTLED = ChangeListener.PATIENCE.plus(ReadTimeout.PATIENCE);

    private final PurgeConfig config;
    private final HttpClient cdn =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    CdnPurge(PurgeConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "cdn-purge";
    }

    @Override
    public boolean isOn() {
        return config.url().isPresent();
    }

    /**
     * At once, and again when every node is sure to know of the change and every read that began before it has ended:
     * until then the CDN could fetch the old answer once more.
     */
    @Override
    public void follow(List<Change> changes) throws IOException, InterruptedException {
        URI url = config.url().orElseThrow();
        Set<String> groups = Change.groups(changes);
        purge(url, groups);
        Thread.sleep(SETTLED.toMillis());
        purge(url, groups);
    }

    private void purge(URI url, Set<String> groups) throws IOException, InterruptedException {
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
