package dev.dateline.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.entitlement.CurrentEntitlement;
import dev.dateline.entitlement.Entitlement;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.published.EntitledJson;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** What was rendered for everybody, without what a partner may not have: links to other articles, and pictures. */
@Singleton
public class EntitledViews {

    private final PublishedArticleRepository articles;
    private final CurrentEntitlement entitlements;

    EntitledViews(PublishedArticleRepository articles, CurrentEntitlement entitlements) {
        this.articles = articles;
        this.entitlements = entitlements;
    }

    /** A view as whoever reads may have it; the same for those who may have everything. */
    public JsonText reduced(JsonText view) {
        Entitlement entitlement = entitlements.get();
        return entitlement == null || view.isEmpty() ? view : reduced(view, entitlement);
    }

    private JsonText reduced(JsonText view, Entitlement entitlement) {
        JsonNode tree = Json.read(view.toString(), JsonNode.class);
        if (!(tree instanceof ObjectNode object)) {
            return view;
        }
        Set<UUID> hidden = EntitledJson.links(object);
        hidden.removeAll(articles.shown(hidden));
        new EntitledJson(entitlement, hidden).reduce(object);
        return JsonText.ofJson(Json.write(object));
    }
}
