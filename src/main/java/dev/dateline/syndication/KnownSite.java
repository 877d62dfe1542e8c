package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.article.EntitledViews;
import dev.dateline.cache.CacheGroupVersions;
import dev.dateline.content.ContentKind;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.site.PublishedSiteRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The published site, which every form names; it is read again when it has changed. */
@Singleton
class KnownSite {

    private final PublishedSiteRepository sites;
    private final CacheGroupVersions versions;
    private final WholeJson whole;
    private final EntitledViews views;
    private volatile @Nullable Read last;

    KnownSite(PublishedSiteRepository sites, CacheGroupVersions versions, WholeJson whole, EntitledViews views) {
        this.views = views;
        this.sites = sites;
        this.versions = versions;
        this.whole = whole;
    }

    /**
     * The site as it was read.
     *
     * @param json nothing where none is published
     * @param withdrawAt until when it may be shown, or null
     * @param since what the clock of the cache groups showed before
     */
    record Read(JsonNode json, @Nullable Instant withdrawAt, long since) {

        /** The newsroom's name. */
        String title() {
            return titleOf(json);
        }
    }

    static String titleOf(JsonNode site) {
        return site.path("title").asText("Dateline");
    }

    /** As whoever reads may have it. */
    Read read() {
        Read read = readForAll();
        return new Read(entitled(read.json()), read.withdrawAt(), read.since());
    }

    private JsonNode entitled(JsonNode site) {
        JsonText text = site.isObject() ? JsonText.of(site) : JsonText.EMPTY;
        JsonText reduced = views.reduced(text);
        return reduced.equals(text) ? site : Json.read(reduced.toString(), JsonNode.class);
    }

    private Read readForAll() {
        Read known = last;
        if (known != null && versions.isUnchanged(ContentKind.SITE.cacheGroup(), known.since())) {
            return known;
        }
        long now = versions.now();
        Read read = sites.shown()
                .map(shown -> new Read(whole.read(JsonText.of(shown.content())), shown.withdrawAt(), now))
                .orElseGet(() -> new Read(MissingNode.getInstance(), null, now));
        last = read;
        return read;
    }
}
