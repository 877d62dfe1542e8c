package dev.dateline.syndication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON Feed 1.1. */
final class JsonFeed {

    private JsonFeed() {}

    static String write(NewsFeed feed) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.title());
        json.put("home_page_url", feed.page());
        json.put("feed_url", feed.self());
        json.put("description", feed.description());
        put(json, "next_url", feed.next());
        put(json, "icon", feed.site().path("logo").path("url").asText(null));
        put(json, "language", feed.language());
        json.set("authors", people(List.of(feed.publisher())));
        if (feed.hub() != null) {
            json.putArray("hubs").addObject().put("type", "WebSub").put("url", feed.hub());
        }
        ArrayNode items = json.putArray("items");
        feed.items().forEach(item -> item(items.addObject(), item));
        return Json.write(json);
    }

    static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.put(field, value);
        }
    }

    private static ArrayNode people(List<String> names) {
        ArrayNode people = Json.MAPPER.createArrayNode();
        names.forEach(name -> people.addObject().put("name", name));
        return people;
    }

    private static void item(ObjectNode json, NewsItem item) {
        json.put("id", item.id());
        json.put("url", item.url());
        put(json, "external_url", item.isElsewhere() ? item.url() : item.canonicalElsewhere());
        json.put("title", item.headline());
        if (item.html().isEmpty()) {
            json.put("content_text", item.lead().isEmpty() ? item.headline() : item.lead());
        } else {
            json.put("content_html", item.html());
        }
        put(json, "summary", item.lead());
        put(json, "image", item.image().path("url").asText(null));
        json.put("date_published", item.published());
        json.put("date_modified", item.updated());
        put(json, "language", item.text("language"));
        if (!item.authors().isEmpty()) {
            json.set("authors", people(item.authors()));
        }
        for (Recording recording : item.recordings()) {
            json.withArray("/attachments")
                    .addObject()
                    .put("url", recording.url())
                    .put("mime_type", recording.mediaType());
        }
        if (!item.subjects().isEmpty()) {
            ArrayNode tags = json.putArray("tags");
            item.names(item.subjects()).forEach(tags::add);
        }
    }
}
