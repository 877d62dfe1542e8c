package dev.dateline;

import dev.dateline.access.AccessConfig;
import dev.dateline.access.ApiKeyInput;
import dev.dateline.access.ApiKeyService;
import dev.dateline.access.Role;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the program says when it serves: where it is, five requests that work, and, once, the first admin key. */
@Singleton
class Greeting {

    private final ApiKeyService keys;
    private final AccessConfig access;
    private final SampleNewsroom sample;
    private final int port;

    Greeting(
            ApiKeyService keys,
            AccessConfig access,
            SampleNewsroom sample,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.keys = keys;
        this.access = access;
        this.sample = sample;
        this.port = port;
    }

    void print() {
        String url = "http://localhost:" + port;
        String key = access.adminKey().isPresent() ? "$DATELINE_ACCESS_ADMIN_KEY" : firstKey();
        boolean hasSample = sample.isLoaded();
        String slug = hasSample ? "minsk-bridge-reopens" : "SLUG";
        String list = hasSample ? "belarusians-at-war" : "SLUG";
        System.out.printf("""

                Dateline serves on %1$s — documentation: %1$s/docs

                  curl %1$s/v1/articles
                  curl '%1$s/v1/articles/%2$s?body=markdown'
                  curl %1$s/v1/story-lists/%3$s
                  curl '%1$s/v1/articles?language=be&section=society&count=exact'
                  curl -H "Authorization: Bearer %4$s" %1$s/v1/editorial/articles

                """, url, slug, list, key);
    }

    private String firstKey() {
        if (keys.hasAdmin()) {
            return "$KEY";
        }
        String key = keys.create(new ApiKeyInput("first admin key", Role.ADMIN, null, null))
                .key();
        System.out.printf("%nThe first admin key, shown only now — keep it:%n%n  %s%n", key);
        return String.valueOf(key);
    }
}
