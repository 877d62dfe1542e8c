package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.Locale;
import java.util.Map;

/**
 * Writes IPTC ninjs, version 3.0, and version 2.1, whose names are the same in lower case. Several articles are a composite item
 * with the articles in its associations.
 */
final class Ninjs {

    private static final Map<String, String> SUBJECTS =
            Map.of("person", "people", "organisation", "organisations", "place", "places");

    private Ninjs() {}

    static String write(NewsFeed feed) {
        return Json.write(whole(feed, "3.0"));
    }

    static String writeAsVersion2(NewsFeed feed) {
        return Json.write(inLowerCase(whole(feed, "2.1")));
    }

    private static ObjectNode whole(NewsFeed feed, String version) {
        ObjectNode json = feed.isOne() ? item(feed.items().get(0)) : composite(feed);
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
        feed.items().forEach(item -> associations.add(item(item).put("name", item.headline())));
        return json;
    }

    private static ObjectNode item(NewsItem item) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("uri", item.id()).put("type", "text").put("pubStatus", "usable");
        json.put("firstCreated", item.published()).put("versionCreated", item.updated());
        JsonFeed.put(json, "language", item.text("language"));
        JsonFeed.put(json, "slugline", item.text("slug"));
        JsonFeed.put(json, "by", String.join(", ", item.authors()));
        value(json, "headlines", "main", item.headline());
        item.json()
                .path("headlines")
                .properties()
                .forEach(other -> value(
                        json, "headlines", other.getKey(), other.getValue().asText()));
        value(json, "descriptions", "summary", item.lead());
        body(json, item);
        item.subjects().forEach(tag -> subject(json, tag));
        for (JsonNode source : item.all("sources")) {
            ObjectNode one = json.withArray("/infoSources")
                    .addObject()
                    .put("name", source.path("name").asText());
            JsonFeed.put(one, "uri", source.path("url").asText(""));
        }
        rights(json, item.json().path("rights"));
        picture(json, item);
        json.withArray("/altIds").addObject().put("role", "page").put("value", item.url());
        return json;
    }

    private static void value(ObjectNode json, String field, String role, String value) {
        if (!value.isEmpty()) {
            json.withArray("/" + field).addObject().put("role", role).put("value", value);
        }
    }

    private static void body(ObjectNode json, NewsItem item) {
        String html = item.body("html");
        if (!html.isEmpty()) {
            ObjectNode body = json.putArray("bodies").addObject();
            body.put("role", "main").put("contentType", "text/html").put("value", html);
            if (item.has("wordCount")) {
                body.put("wordCount", item.json().path("wordCount").asInt());
            }
        }
    }

    private static void subject(ObjectNode json, JsonNode tag) {
        String field = SUBJECTS.getOrDefault(tag.path("type").asText(), "subjects");
        json.withArray("/" + field)
                .addObject()
                .put("name", tag.path("name").asText())
                .put("rel", tag.path("type").asText())
                .put("uri", "urn:uuid:" + tag.path("id").asText());
    }

    private static void rights(ObjectNode json, JsonNode rights) {
        JsonFeed.put(json, "copyrightHolder", rights.path("holder").asText(""));
        JsonFeed.put(json, "copyrightNotice", rights.path("notice").asText(""));
        JsonFeed.put(json, "usageTerms", rights.path("usageTerms").asText(""));
        if (rights.hasNonNull("licenceUrl")) {
            json.putObject("rightsInfo")
                    .put("linkedRights", rights.path("licenceUrl").asText());
        }
    }

    private static void picture(ObjectNode json, NewsItem item) {
        JsonNode image = item.image();
        if (!image.hasNonNull("url")) {
            return;
        }
        String address = image.path("url").asText();
        ObjectNode picture = json.withArray("/associations").addObject();
        picture.put("name", "picture").put("uri", address).put("type", "picture");
        value(picture, "descriptions", "caption", image.path("caption").asText(""));
        value(picture, "descriptions", "alt", image.path("alt").asText(""));
        JsonFeed.put(picture, "by", image.path("credit").asText(""));
        JsonFeed.put(picture, "usageTerms", image.path("rights").asText(""));
        ObjectNode rendition = picture.putArray("renditions").addObject();
        rendition.put("name", "main").put("href", address).put("contentType", NewsItem.mediaType(image));
        if (image.has("width") && image.has("height")) {
            rendition.put("width", image.path("width").asInt());
            rendition.put("height", image.path("height").asInt());
        }
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
