package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.Map;

/** One article as an item of IPTC ninjs 3.0, with its picture as an item of its own. */
final class NinjsItem {

    private static final Map<String, String> SUBJECTS =
            Map.of("person", "people", "organisation", "organisations", "place", "places");

    private NinjsItem() {}

    static ObjectNode of(NewsItem item) {
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
        for (JsonNode correction : item.all("corrections")) {
            value(
                    json,
                    "descriptions",
                    correction.path("type").asText(),
                    correction.path("text").asText());
        }
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
        rendition.put("name", "main").put("href", address);
        JsonFeed.put(rendition, "contentType", MediaType.of(address));
        if (image.has("width") && image.has("height")) {
            rendition.put("width", image.path("width").asInt());
            rendition.put("height", image.path("height").asInt());
        }
    }
}
