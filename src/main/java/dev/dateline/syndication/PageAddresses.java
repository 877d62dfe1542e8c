package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where people read what is published: one template a kind, so that every absolute address in every form follows it. Where none is
 * configured, what its editors call canonical, and else the API's own address.
 */
@Singleton
class PageAddresses {

    private static final String ARTICLE = "article";
    private static final String SEARCH = "search";
    private static final String SITEMAP = "sitemap";

    /** What may stand in braces, by kind. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            ARTICLE,
            Set.of("slug", "id", "language", "section", "year", "month", "day"),
            "story-list",
            Set.of("slug", "id", "language"),
            "front",
            Set.of("slug", "id", "language"),
            "tag",
            Set.of("slug", "id", "type"),
            SEARCH,
            Set.of("query"));

    /** What is known of an article that others name. */
    private static final Set<String> LINKED = Set.of("slug", "id", "language");

    /** One of them must, so that each page has an address of its own. */
    private static final Set<String> NEEDED = Set.of("slug", "id", "query", "name");

    private final String api;
    private final Map<String, PageTemplate> templates = new HashMap<>();

    PageAddresses(SyndicationConfig config) {
        this.api = config.apiUrl().replaceAll("/+$", "");
        config.pages().forEach((kind, text) -> {
            String setting = "dateline.syndication.pages." + kind;
            Set<String> known = NAMES.get(kind);
            if (known == null) {
                throw new IllegalArgumentException(
                        setting + " is not known; there are " + new TreeSet<>(NAMES.keySet()));
            }
            templates.put(kind, PageTemplate.of(setting, text, NEEDED, new TreeSet<>(known)));
        });
    }

    /** An address of this API, whole. */
    String absolute(String path) {
        return path.startsWith("/") ? api + path : path;
    }

    /** @param json an article in any view */
    String article(JsonNode json) {
        PageTemplate template = templates.get(ARTICLE);
        return template == null
                ? absolute(json.path("canonicalUrl").asText(json.path("href").asText()))
                : template.filled(name -> value(json, name));
    }

    /** Whether articles have pages, and not only the API's own addresses. */
    boolean haveArticles() {
        return templates.containsKey(ARTICLE);
    }

    /** Whether it is first of all this site's page. */
    boolean isOwn(JsonNode json) {
        String canonical = json.path("canonicalUrl").asText("");
        return canonical.isEmpty() || canonical.equals(article(json));
    }

    /** The page of a translation, of which no more is known than a link says; nothing where that is not enough. */
    Optional<String> translation(JsonNode link) {
        PageTemplate template = templates.get(ARTICLE);
        return template == null || LINKED.containsAll(template.names()) ? Optional.of(article(link)) : Optional.empty();
    }

    /** Where search engines find a sitemap. */
    String sitemap(String name) {
        PageTemplate template = templates.get(SITEMAP);
        return template == null ? absolute("/v1/sitemaps/" + name + ".xml") : template.filled(one -> name);
    }

    /** The page of a story list, a front or a tag. */
    String of(ContentKind kind, JsonNode json) {
        PageTemplate template = templates.get(kind.name());
        return template == null
                ? absolute(kind.publicPath() + "/" + json.path("slug").asText())
                : template.filled(name -> value(json, name));
    }

    /** Where people search. */
    Optional<String> search(String query) {
        return Optional.ofNullable(templates.get(SEARCH)).map(template -> template.filled(name -> query));
    }

    /** The same with a name in braces in the place of the words (OpenSearch 1.1). */
    Optional<String> searchTemplate(String name) {
        return Optional.ofNullable(templates.get(SEARCH))
                .map(template -> template.text().replace("{query}", name));
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
