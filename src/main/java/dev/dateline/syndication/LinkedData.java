package dev.dateline.syndication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;

/** Writes JSON-LD in the words of schema.org: a {@code NewsArticle}, or an {@code ItemList} of them. */
final class LinkedData {

    private static final String CONTEXT = "https://schema.org";

    private LinkedData() {}

    static String write(NewsFeed feed) {
        if (feed.isOne()) {
            return embeddable(LinkedArticle.of(feed, feed.items().get(0)).put("@context", CONTEXT));
        }
        ObjectNode list =
                Json.MAPPER.createObjectNode().put("@context", CONTEXT).put("@type", "ItemList");
        list.put("name", feed.title())
                .put("url", feed.page())
                .put("numberOfItems", feed.items().size());
        ArrayNode elements = list.putArray("itemListElement");
        for (NewsItem item : feed.items()) {
            ObjectNode element = elements.addObject().put("@type", "ListItem");
            element.put("position", elements.size());
            if (item.isElsewhere()) {
                element.put("url", item.url()).put("name", item.headline());
            } else {
                element.set("item", LinkedArticle.of(feed, item));
            }
        }
        return embeddable(list);
    }

    /** As it may stand in a page: no text in it can end the element around it. */
    private static String embeddable(ObjectNode json) {
        return Json.write(json).replace("<", "\\u003c");
    }
}
