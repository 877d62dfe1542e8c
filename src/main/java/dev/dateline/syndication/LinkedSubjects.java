package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who wrote an article and what it is about, in the words of schema.org. */
final class LinkedSubjects {

    private LinkedSubjects() {}

    static void people(ObjectNode json, NewsFeed feed, NewsItem item) {
        for (JsonNode credit : item.all("byline")) {
            String role = credit.path("role").asText();
            ObjectNode person = json.withArray("/" + (role.equals("photographer") ? "contributor" : role))
                    .addObject();
            person.put("@type", "Person").put("name", credit.path("name").asText());
            page(person, feed, "contributor", credit.path("contributor").asText(""));
        }
    }

    static void subjects(ObjectNode json, NewsFeed feed, NewsItem item) {
        for (JsonNode tag : item.subjects()) {
            String name = tag.path("name").asText();
            if (tag.path("type").asText().equals("section")) {
                json.withArray("/articleSection").add(name);
                continue;
            }
            json.withArray("/keywords").add(name);
            ObjectNode about = json.withArray("/about").addObject();
            about.put("@type", thing(tag)).put("name", name);
            page(about, feed, tag.path("type").asText(), tag.path("slug").asText());
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

    private static void page(ObjectNode json, NewsFeed feed, String type, String slug) {
        if (!slug.isEmpty()) {
            feed.pages().tag(type, slug).ifPresent(page -> json.put("url", page));
        }
    }
}
