package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.List;

/** Writes JSON-LD in the words of schema.org: a {@code NewsArticle}, or an {@code ItemList} of them. */
final class LinkedData {

    private static final String CONTEXT = "https://schema.org";

    private LinkedData() {}

    static String write(NewsFeed feed) {
        if (feed.isOne()) {
            return Json.write(article(feed, feed.items().get(0)).put("@context", CONTEXT));
        }
        ObjectNode list =
                Json.MAPPER.createObjectNode().put("@context", CONTEXT).put("@type", "ItemList");
        list.put("name", feed.title())
                .put("url", feed.page())
                .put("numberOfItems", feed.items().size());
        ArrayNode elements = list.putArray("itemListElement");
        for (NewsItem item : feed.items()) {
            ObjectNode element = elements.addObject().put("@type", "ListItem");
            element.put("position", elements.size()).set("item", article(feed, item));
        }
        return Json.write(list);
    }

    private static ObjectNode article(NewsFeed feed, NewsItem item) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("@type", type(item)).put("@id", item.id()).put("url", item.url());
        json.put("mainEntityOfPage", item.text("canonicalUrl").isEmpty() ? item.url() : item.text("canonicalUrl"));
        json.put("headline", item.headline());
        put(
                json,
                "alternativeHeadline",
                item.json().path("headlines").path("seo").asText(""));
        put(json, "description", item.lead());
        put(json, "inLanguage", item.text("language"));
        json.put("datePublished", item.published()).put("dateModified", item.updated());
        json.put("isAccessibleForFree", true);
        if (item.has("wordCount")) {
            json.put("wordCount", item.json().path("wordCount").asInt());
        }
        put(json, "articleBody", item.body("text"));
        people(json, item);
        json.set("publisher", publisher(feed));
        image(json, item.image());
        subjects(json, item);
        rights(json, item.json().path("rights"));
        related(json, item);
        live(json, item);
        return json;
    }

    private static String type(NewsItem item) {
        return switch (item.text("kind")) {
            case "live" -> "LiveBlogPosting";
            case "page" -> "WebPage";
            case "article" -> "NewsArticle";
            default -> item.has("keyEvent") ? "BlogPosting" : "Article";
        };
    }

    private static void put(ObjectNode json, String field, String value) {
        JsonFeed.put(json, field, value);
    }

    private static void people(ObjectNode json, NewsItem item) {
        for (JsonNode credit : item.all("byline")) {
            String role = credit.path("role").asText();
            json.withArray("/" + (role.equals("photographer") ? "contributor" : role))
                    .addObject()
                    .put("@type", "Person")
                    .put("name", credit.path("name").asText());
        }
    }

    private static ObjectNode publisher(NewsFeed feed) {
        ObjectNode publisher = Json.MAPPER.createObjectNode().put("@type", "NewsMediaOrganization");
        publisher.put("name", feed.publisher());
        put(publisher, "url", feed.site().path("url").asText(""));
        put(publisher, "logo", feed.site().path("logo").path("url").asText(""));
        return publisher;
    }

    private static void image(ObjectNode json, JsonNode image) {
        if (!image.hasNonNull("url")) {
            return;
        }
        ObjectNode picture = json.putObject("image").put("@type", "ImageObject");
        picture.put("url", image.path("url").asText());
        for (String side : List.of("width", "height")) {
            if (image.has(side)) {
                picture.put(side, image.path(side).asInt());
            }
        }
        put(picture, "caption", image.path("caption").asText(""));
        put(picture, "creditText", image.path("credit").asText(""));
        put(picture, "copyrightNotice", image.path("rights").asText(""));
    }

    private static void subjects(ObjectNode json, NewsItem item) {
        for (JsonNode tag : item.subjects()) {
            String name = tag.path("name").asText();
            if (tag.path("type").asText().equals("section")) {
                json.withArray("/articleSection").add(name);
                continue;
            }
            json.withArray("/keywords").add(name);
            json.withArray("/about").addObject().put("@type", thing(tag)).put("name", name);
        }
    }

    private static String thing(JsonNode tag) {
        return switch (tag.path("type").asText()) {
            case "person" -> "Person";
            case "organisation" -> "Organization";
            case "place" -> "Place";
            case "series" -> "CreativeWorkSeries";
            default -> "Thing";
        };
    }

    private static void rights(ObjectNode json, JsonNode rights) {
        if (rights.hasNonNull("holder")) {
            json.putObject("copyrightHolder")
                    .put("@type", "Organization")
                    .put("name", rights.path("holder").asText());
        }
        put(json, "copyrightNotice", rights.path("notice").asText(""));
        put(json, "usageInfo", rights.path("usageTerms").asText(""));
        put(json, "license", rights.path("licenceUrl").asText(""));
    }

    private static void related(ObjectNode json, NewsItem item) {
        for (JsonNode correction : item.all("corrections")) {
            json.withArray("/correction")
                    .addObject()
                    .put("@type", "CorrectionComment")
                    .put("text", correction.path("text").asText())
                    .put("datePublished", correction.path("at").asText());
        }
        for (JsonNode translation : item.all("translations")) {
            json.withArray("/workTranslation")
                    .addObject()
                    .put("@type", "NewsArticle")
                    .put("@id", "urn:uuid:" + translation.path("id").asText())
                    .put("inLanguage", translation.path("language").asText())
                    .put("headline", translation.path("headline").asText());
        }
        for (JsonNode source : item.all("sources")) {
            ObjectNode citation = json.withArray("/citation").addObject().put("@type", "CreativeWork");
            citation.put("name", source.path("name").asText());
            put(citation, "url", source.path("url").asText(""));
        }
    }

    private static void live(ObjectNode json, NewsItem item) {
        if (!item.text("kind").equals("live")) {
            return;
        }
        json.put("coverageStartTime", item.published());
        JsonNode updates = item.json().path("updates");
        if (item.text("liveState").equals("ended")) {
            json.put("coverageEndTime", updates.path("changedAt").asText(item.updated()));
        }
        for (JsonNode update : updates.path("latest")) {
            NewsItem one =
                    new NewsItem(update, item.url() + "#" + update.path("id").asText());
            ObjectNode post = json.withArray("/liveBlogUpdate").addObject().put("@type", "BlogPosting");
            post.put("@id", one.id()).put("url", one.url()).put("headline", one.headline());
            post.put("datePublished", one.published()).put("dateModified", one.updated());
            put(post, "articleBody", one.body("text"));
        }
    }
}
