package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.util.List;
import java.util.Set;

/** An article, a live page or an update of one, in the words of schema.org. */
final class LinkedArticle {

    /** Other notes to readers say what is new, and not what was wrong. */
    private static final Set<String> CORRECTING = Set.of("correction", "clarification");

    private LinkedArticle() {}

    static ObjectNode of(NewsFeed feed, NewsItem item) {
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
        if (item.text("kind").equals("page")) {
            put(json, "text", item.ownBody("text"));
        } else {
            put(json, "articleBody", item.ownBody("text"));
        }
        if (item.has("wordCount") && !item.text("kind").equals("page")) {
            json.put("wordCount", item.json().path("wordCount").asInt());
        }
        LinkedSubjects.people(json, feed, item);
        json.set("publisher", publisher(feed));
        image(json, item.image());
        LinkedSubjects.subjects(json, feed, item);
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

    private static void rights(ObjectNode json, JsonNode rights) {
        if (rights.hasNonNull("holder")) {
            json.putObject("copyrightHolder")
                    .put("@type", "Organization")
                    .put("name", rights.path("holder").asText());
        }
        put(json, "copyrightNotice", rights.path("notice").asText(""));
        put(json, "conditionsOfAccess", rights.path("usageTerms").asText(""));
        put(json, "license", rights.path("licenceUrl").asText(""));
    }

    private static void related(ObjectNode json, NewsItem item) {
        for (JsonNode correction : item.all("corrections")) {
            boolean corrects = CORRECTING.contains(correction.path("type").asText());
            json.withArray(corrects ? "/correction" : "/comment")
                    .addObject()
                    .put("@type", corrects ? "CorrectionComment" : "Comment")
                    .put("text", correction.path("text").asText())
                    .put("datePublished", correction.path("at").asText());
        }
        for (NewsItem.Translation translation : item.translations()) {
            json.withArray("/workTranslation")
                    .addObject()
                    .put("@type", "NewsArticle")
                    .put("@id", "urn:uuid:" + translation.link().path("id").asText())
                    .put("url", translation.url())
                    .put("inLanguage", translation.link().path("language").asText())
                    .put("headline", translation.link().path("headline").asText());
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
            NewsItem one = NewsItem.update(update, item.url());
            ObjectNode post = json.withArray("/liveBlogUpdate").addObject().put("@type", "BlogPosting");
            post.put("@id", one.id()).put("url", one.url()).put("headline", one.headline());
            post.put("datePublished", one.published()).put("dateModified", one.updated());
            put(post, "inLanguage", one.text("language"));
            put(post, "articleBody", one.ownBody("text"));
        }
    }
}
