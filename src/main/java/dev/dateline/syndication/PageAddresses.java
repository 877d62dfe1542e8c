package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where people read what is published: one template a kind, so that every absolute address in every form follows it. Where none is
 * configured, what its editors call canonical, and else the API's own address.
 */
@Singleton
class PageAddresses {

    private static final Set<String> ONE = Set.of("slug", "id");

    private final String api;
    private final @Nullable PageTemplate article;
    private final Map<String, PageTemplate> others;
    private final @Nullable PageTemplate search;

    PageAddresses(SyndicationConfig config) {
        this.api = config.apiUrl().replaceAll("/+$", "");
        SyndicationConfig.Pages pages = config.pages();
        this.article = template("article", pages.article(), ONE, "language", "section", "year", "month", "day");
        this.others = new HashMap<>();
        note("story-lists", template("story-list", pages.storyList(), ONE, "language"));
        note("fronts", template("front", pages.front(), ONE, "language"));
        note("tags", template("tag", pages.tag(), ONE, "type"));
        this.search = template("search", pages.search(), Set.of("query"));
    }

    private void note(String collection, @Nullable PageTemplate template) {
        if (template != null) {
            others.put(collection, template);
        }
    }

    private static @Nullable PageTemplate template(
            String kind, Optional<String> configured, Set<String> needed, String... more) {
        Set<String> known = new TreeSet<>(needed);
        known.addAll(Set.of(more));
        return configured
                .map(text -> PageTemplate.of("dateline.syndication.pages." + kind, text, needed, known))
                .orElse(null);
    }

    /** An address of this API, whole. */
    String absolute(String path) {
        return path.startsWith("/") ? api + path : path;
    }

    /** @param json an article in any view */
    String article(JsonNode json) {
        if (article != null) {
            return article.filled(name -> value(json, name));
        }
        return absolute(json.path("canonicalUrl").asText(json.path("href").asText()));
    }

    /** The page of a story list, a front or a tag. */
    String of(String collection, JsonNode json) {
        PageTemplate template = others.get(collection);
        return template == null
                ? absolute("/v1/" + collection + "/" + json.path("slug").asText())
                : template.filled(name -> value(json, name));
    }

    /** Where people search, or null. */
    @Nullable
    String search(Function<String, String> values) {
        return search == null ? null : search.filled(values);
    }

    private static String value(JsonNode json, String name) {
        String published = json.path("publishedAt").asText("0000-00-00");
        return switch (name) {
            case "year" -> published.substring(0, 4);
            case "month" -> published.substring(5, 7);
            case "day" -> published.substring(8, 10);
            case "section" -> section(json);
            default -> json.path(name).asText();
        };
    }

    private static String section(JsonNode json) {
        for (JsonNode tag : json.path("tags")) {
            if (tag.path("type").asText().equals("section")) {
                return tag.path("slug").asText();
            }
        }
        return "news";
    }
}
