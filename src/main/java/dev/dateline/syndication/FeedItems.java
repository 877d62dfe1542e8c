package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news in an answer in JSON.
 *
 * @param livePage whose updates they are; or nothing
 * @param whole gives an article of which the answer has only a card; null where it has gone meanwhile
 */
record FeedItems(PageAddresses pages, JsonNode livePage, Function<UUID, @Nullable JsonNode> whole) {

    /** Articles that are there as cards only. */
    static List<UUID> cards(JsonNode json) {
        return entries(json)
                .flatMap(entry -> Stream.of(entry, entry.path("article")))
                .filter(article -> article.path("view").asText().equals("card"))
                .map(article -> UUID.fromString(article.path("id").asText()))
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> entries(JsonNode json) {
        List<JsonNode> entries = new ArrayList<>();
        json.path("items").forEach(entries::add);
        json.path("sections").forEach(section -> section.path("stories").forEach(entries::add));
        return entries.stream();
    }

    /** Each once. */
    List<NewsItem> items(JsonNode json) {
        Map<String, NewsItem> items = new LinkedHashMap<>();
        entries(json).map(this::entry).forEach(item -> items.putIfAbsent(item.id(), item));
        return List.copyOf(items.values());
    }

    private NewsItem entry(JsonNode entry) {
        if (!livePage.isMissingNode()) {
            return NewsItem.update(entry, pages.article(livePage));
        }
        if (!entry.has("number")) {
            return item(whole(entry), MissingNode.getInstance());
        }
        return entry.has("article")
                ? item(whole(entry.path("article")), entry)
                : new NewsItem(
                        MissingNode.getInstance(), entry, entry.path("url").asText(), List.of());
    }

    private JsonNode whole(JsonNode article) {
        return Objects.requireNonNullElse(
                whole.apply(UUID.fromString(article.path("id").asText())), article);
    }

    NewsItem item(JsonNode article) {
        return item(article, MissingNode.getInstance());
    }

    private NewsItem item(JsonNode article, JsonNode entry) {
        List<NewsItem.Translation> translations = new ArrayList<>();
        article.path("translations")
                .forEach(link -> pages.translation(link)
                        .ifPresent(url -> translations.add(new NewsItem.Translation(link, url))));
        return new NewsItem(article, entry, pages.article(article), translations);
    }
}
