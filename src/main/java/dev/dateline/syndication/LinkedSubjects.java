package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who wrote an article and what it is about, in the words of schema.org. */
final class LinkedSubjects {

    private LinkedSubjects() {}

    static void people(ObjectNode json, NewsItem item) {
        for (JsonNode credit : item.all("byline")) {
            String role = credit.path("role").asText();
            json.withArray("/" + (role.equals("photographer") ? "contributor" : role))
                    .addObject()
                    .put("@type", "Person")
                    .put("name", credit.path("name").asText());
        }
    }

    static void subjects(ObjectNode json, NewsItem item) {
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
}
