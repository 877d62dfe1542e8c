package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.article.ArticlesById;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.media.MediaAddress;
import dev.dateline.site.PublishedSiteRepository;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of an answer in JSON the same in another form. */
@Singleton
class NewsFeeds {

    private final PageAddresses pages;
    private final MediaAddress media;
    private final ArticlesById articles;
    private final PublishedSiteRepository sites;
    private final FeedTitles titles;
    private final @Nullable String hub;

    NewsFeeds(
            PageAddresses pages,
            MediaAddress media,
            ArticlesById articles,
            PublishedSiteRepository sites,
            FeedTitles titles,
            SyndicationConfig config) {
        this.pages = pages;
        this.media = media;
        this.articles = articles;
        this.sites = sites;
        this.titles = titles;
        this.hub = config.hub().orElse(null);
    }

    /** Problems stay as they are; other addresses in it lead on in the same form. */
    Answer formed(Answer answer, FormattedAddress address, Format format) {
        if (answer.isNegative()) {
            return answer.withAddresses(address::inForm);
        }
        JsonNode json = read(answer.json());
        boolean isWhole = !address.isBrief();
        ArticlesById.Found whole = isWhole ? articles.whole(cards(json), format.body()) : ArticlesById.Found.NONE;
        NewsFeed feed = feed(json, address, whole.items());
        return answer.withAddresses(address::inForm)
                .as(format.contentType(), address.extension().isEmpty(), format.write(feed))
                .shownUntil(whole.firstWithdrawal())
                .dependsOn(ContentKind.SITE.cacheGroup());
    }

    private JsonNode read(JsonText stored) {
        try {
            return Json.MAPPER.readTree(media.fillWhole(stored, pages::absolute).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Our own JSON cannot be read", e);
        }
    }

    /** The articles that are there as cards only. */
    private static List<UUID> cards(JsonNode json) {
        return Stream.concat(stories(json), entries(json))
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

    private static Stream<JsonNode> stories(JsonNode json) {
        return entries(json).map(entry -> entry.path("article"));
    }

    private NewsFeed feed(JsonNode json, FormattedAddress address, Map<UUID, JsonText> whole) {
        JsonNode site = sites.content()
                .<JsonNode>map(content -> read(JsonText.of(content)))
                .orElseGet(MissingNode::getInstance);
        JsonNode page = address.isUpdates() ? livePage(json) : MissingNode.getInstance();
        List<NewsItem> items = address.isArticle()
                ? List.of(item(json, MissingNode.getInstance()))
                : entries(json).map(entry -> item(entry, page, whole)).toList();
        String language = language(address, address.isUpdates() ? page : json, items);
        String next = json.hasNonNull("next")
                ? pages.absolute(address.inForm(json.path("next").asText()))
                : null;
        return new NewsFeed(
                address.isArticle(),
                titles.of(address, address.isUpdates() ? page : json, site, language),
                pages.absolute(address.asked()),
                page(address, address.isUpdates() ? page : json, site),
                language,
                next,
                hub,
                site,
                items);
    }

    private NewsItem item(JsonNode entry, JsonNode page, Map<UUID, JsonText> whole) {
        boolean isStory = entry.has("number");
        JsonNode article = isStory ? entry.path("article") : entry;
        if (article.isMissingNode()) {
            return new NewsItem(article, entry, entry.path("url").asText(), List.of());
        }
        if (!page.isMissingNode()) {
            return NewsItem.update(entry, pages.article(page));
        }
        JsonText full = whole.get(UUID.fromString(article.path("id").asText()));
        JsonNode shown = full == null ? article : read(full);
        return item(shown, isStory ? entry : MissingNode.getInstance());
    }

    private NewsItem item(JsonNode article, JsonNode entry) {
        List<NewsItem.Translation> translations = new ArrayList<>();
        article.path("translations")
                .forEach(link -> pages.translation(link)
                        .ifPresent(url -> translations.add(new NewsItem.Translation(link, url))));
        return new NewsItem(article, entry, pages.article(article), translations);
    }

    /** The live page whose updates these are. */
    private JsonNode livePage(JsonNode updates) {
        String href = updates.path("since").asText();
        UUID id = UUID.fromString(href.substring("/v1/articles/".length()).replaceFirst("/.*", ""));
        return articles.cards(List.of(id)).items().values().stream()
                .findFirst()
                .map(this::read)
                .orElseGet(MissingNode::getInstance);
    }

    private String page(FormattedAddress address, JsonNode json, JsonNode site) {
        if (address.isArticle() || address.isUpdates()) {
            return pages.article(json);
        }
        if (json.has("slug")) {
            return pages.of(json.has("sections") ? ContentKind.FRONT : ContentKind.STORY_LIST, json);
        }
        Optional<String> found = address.isSearch()
                ? pages.search(Objects.requireNonNullElse(address.parameter("q"), ""))
                : Optional.empty();
        return found.orElseGet(() -> site.path("url").asText(pages.absolute("/v1/articles")));
    }

    private static @Nullable String language(FormattedAddress address, JsonNode json, List<NewsItem> items) {
        if (json.hasNonNull("language")) {
            return json.path("language").asText();
        }
        List<String> languages =
                items.stream().map(item -> item.text("language")).distinct().toList();
        String asked = address.parameter("language");
        if (languages.size() == 1 && !languages.get(0).isEmpty()) {
            return languages.get(0);
        }
        return languages.isEmpty() && asked != null && asked.matches("[A-Za-z-]+") ? asked : null;
    }
}
