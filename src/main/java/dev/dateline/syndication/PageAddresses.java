package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.ContentKind;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Where people read what is published: one template a kind, so that every whole address in every form follows it. Where none is
 * configured, what its editors call canonical, and else the API's own address.
 */
@Singleton
class PageAddresses {

    private static final String SETTINGS = "dateline.syndication.";
    private static final String ARTICLE = "article";
    private static final String TAG = "tag";
    private static final String SEARCH = "search";
    private static final String SITEMAP = "sitemap";
    private static final String LANGUAGE = "language";
    private static final Set<String> ONE = Set.of("slug", "id");

    /** What is known of an article that others name. */
    private static final Set<String> LINKED = Set.of("slug", "id", LANGUAGE);

    private final String api;
    private final String defaultSection;
    private final Map<String, PageTemplate> templates = new HashMap<>();

    PageAddresses(SyndicationConfig config) {
        this.api = config.apiUrl().replaceAll("(/v1)?/*$", "");
        this.defaultSection = config.defaultSection();
        PageTemplate.requireAddress(SETTINGS + "api-url", api);
        config.hub().ifPresent(hub -> PageTemplate.requireAddress(SETTINGS + "hub", hub));
        SyndicationConfig.Pages pages = config.pages();
        note(ARTICLE, pages.article(), ONE, LANGUAGE, "section", "year", "month", "day");
        note(ContentKind.STORY_LIST.name(), pages.storyList(), ONE, LANGUAGE);
        note(ContentKind.FRONT.name(), pages.front(), ONE, LANGUAGE);
        note(TAG, pages.tag(), Set.of("slug"), "type");
        note(SEARCH, pages.search(), Set.of("query"));
        note(SITEMAP, pages.sitemap(), Set.of("name"));
    }

    private void note(String kind, Optional<String> configured, Set<String> needed, String... more) {
        configured.ifPresent(
                text -> templates.put(kind, PageTemplate.of(SETTINGS + "pages." + kind, text, needed, more)));
    }

    private Optional<PageTemplate> template(String kind) {
        return Optional.ofNullable(templates.get(kind));
    }

    /** An address of this API, whole. */
    String absolute(String path) {
        return path.startsWith("/") ? api + path : path;
    }

    /** @param json an article in any view */
    String article(JsonNode json) {
        return template(ARTICLE)
                .map(template -> template.filled(name -> value(json, name)))
                .orElseGet(() -> absolute(
                        json.path("canonicalUrl").asText(json.path("href").asText())));
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
        return template(ARTICLE)
                        .filter(template -> !LINKED.containsAll(template.names()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(article(link));
    }

    /** The page of a story list or a front. */
    String of(ContentKind kind, JsonNode json) {
        return template(kind.name())
                .map(template -> template.filled(name -> value(json, name)))
                .orElseGet(() ->
                        absolute(kind.publicPath() + "/" + json.path("slug").asText()));
    }

    /** The page of a topic, a section, a person. */
    Optional<String> tag(String type, String slug) {
        return template(TAG).map(template -> template.filled(name -> name.equals("type") ? type : slug));
    }

    /** Where people search. */
    Optional<String> search(String query) {
        return template(SEARCH).map(template -> template.filled(name -> query));
    }

    /** The same with a name in braces in the place of the words (OpenSearch 1.1). */
    Optional<String> searchTemplate(String name) {
        return template(SEARCH).map(template -> template.text().replace("{query}", name));
    }

    /** Where search engines find a sitemap. */
    String sitemap(String name) {
        return template(SITEMAP)
                .map(template -> template.filled(one -> name))
                .orElseGet(() -> absolute("/v1/sitemaps/" + name + ".xml"));
    }

    private String value(JsonNode json, String name) {
        String published = json.path("publishedAt").asText("0000-00-00");
        return switch (name) {
            case "year" -> published.substring(0, 4);
            case "month" -> published.substring(5, 7);
            case "day" -> published.substring(8, 10);
            case "section" ->
                StreamSupport.stream(json.path("tags").spliterator(), false)
                        .filter(tag -> tag.path("type").asText().equals("section"))
                        .map(tag -> tag.path("slug").asText())
                        .findFirst()
                        .orElse(defaultSection);
            default -> json.path(name).asText();
        };
    }
}
