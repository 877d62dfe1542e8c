package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.Locale;

/**
 * Writes IPTC ninjs, version 3.0, and version 2.1, whose names are the same in lower case. Several articles are a composite item
 * with the articles in its associations.
 */
final class Ninjs {

    private Ninjs() {}

    static String write(NewsFeed feed) {
        return Json.write(whole(feed, "3.0"));
    }

    static String writeAsVersion2(NewsFeed feed) {
        return Json.write(inLowerCase(whole(feed, "2.1")));
    }

    private static ObjectNode whole(NewsFeed feed, String version) {
        ObjectNode json = feed.isOne() ? NinjsItem.of(feed.items().get(0)) : composite(feed);
        json.putObject("standard")
                .put("name", "ninjs")
                .put("version", version)
                .put("schema", "https://iptc.org/std/ninjs/ninjs-schema_" + version + ".json");
        return json;
    }

    private static ObjectNode composite(NewsFeed feed) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("uri", feed.self()).put("type", "composite").put("title", feed.title());
        json.put("versionCreated", feed.updated());
        JsonFeed.put(json, "language", feed.language());
        ArrayNode associations = json.putArray("associations");
        feed.items().stream()
                .filter(item -> !item.isElsewhere())
                .forEach(item -> associations.add(NinjsItem.of(item).put("name", item.headline())));
        return json;
    }

    private static JsonNode inLowerCase(JsonNode json) {
        if (json.isArray()) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            json.forEach(element -> array.add(inLowerCase(element)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        json.properties()
                .forEach(field -> object.set(field.getKey().toLowerCase(Locale.ROOT), inLowerCase(field.getValue())));
        return object;
    }
}
