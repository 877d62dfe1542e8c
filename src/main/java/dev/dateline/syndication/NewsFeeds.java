package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.article.ArticlesById;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.http.Parameters;
import dev.dateline.json.Json;
import dev.dateline.json.JsonText;
import dev.dateline.media.MediaAddress;
import dev.dateline.published.PageRoom;
import dev.dateline.site.PublishedSiteRepository;
import dev.dateline.tag.TagView;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of an answer in JSON the same in another form. */
@Singleton
class NewsFeeds {

    /** A tree of objects and the text that is made of it take so many times what {@link PageRoom} reckons with. */
    private static final int MORE_ROOM = 2;

    private final PageAddresses pages;
    private final MediaAddress media;
    private final ArticlesById articles;
    private final PublishedSiteRepository sites;
    private final FeedTitles titles;
    private final PageRoom room;
    private final @Nullable String hub;

    NewsFeeds(
            PageAddresses pages,
            MediaAddress media,
            ArticlesById articles,
            PublishedSiteRepository sites,
            FeedTitles titles,
            PageRoom room,
            SyndicationConfig config) {
        this.pages = pages;
        this.media = media;
        this.articles = articles;
        this.sites = sites;
        this.titles = titles;
        this.room = room;
        this.hub = config.hub().orElse(null);
    }

    /**
     * Problems stay as they are; other addresses in it lead on in the same form.
     *
     * @throws dev.dateline.problem.Problem {@code unavailable} when there is no memory to make it
     */
    Answer formed(Answer answer, FormattedAddress address, Format format) {
        if (answer.isNegative()) {
            return answer.withAddresses(address::inForm);
        }
        room.require((long) MORE_ROOM * answer.json().length());
        JsonNode json = read(answer.json());
        ArticlesById.Found whole =
                address.isBrief() ? ArticlesById.Found.NONE : articles.whole(FeedItems.cards(json), format.body());
        room.require(whole.items().values().stream()
                .mapToLong(item -> (long) MORE_ROOM * item.length())
                .sum());
        PublishedSiteRepository.Shown site = sites.shown().orElse(null);
        NewsFeed feed = feed(json, address, format, whole, site);
        return answer.withAddresses(address::inForm)
                .as(format.contentType(), address.extension().isEmpty(), format.write(feed))
                .shownUntil(whole.firstWithdrawal())
                .shownUntil(site == null ? null : site.withdrawAt())
                .dependsOn(ContentKind.SITE.cacheGroup());
    }

    private JsonNode read(JsonText stored) {
        try {
            return Json.MAPPER.readTree(media.fillWhole(stored, pages::absolute).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Our own JSON cannot be read", e);
        }
    }

    private NewsFeed feed(
            JsonNode json,
            FormattedAddress address,
            Format format,
            ArticlesById.Found whole,
            PublishedSiteRepository.@Nullable Shown shown) {
        JsonNode site = shown == null ? MissingNode.getInstance() : read(JsonText.of(shown.content()));
        JsonNode page = address.isUpdates() ? livePage(json) : MissingNode.getInstance();
        JsonNode subject = address.isUpdates() ? page : json;
        FeedItems reading = new FeedItems(pages, page, id -> read(id, whole));
        List<NewsItem> items = address.isArticle() ? List.of(reading.item(json)) : reading.items(json);
        String language = language(address, subject, items);
        Optional<TagView> tag = titles.tag(address);
        return new NewsFeed(
                address.isArticle(),
                FeedTitles.of(address, subject, tag, site, language),
                pages.absolute(address.canonical(format)),
                page(address, subject, tag).orElseGet(() -> site.path("url").asText(pages.absolute("/v1/articles"))),
                language,
                json.hasNonNull("next")
                        ? pages.absolute(address.inForm(json.path("next").asText()))
                        : null,
                hub,
                site,
                pages,
                items);
    }

    private @Nullable JsonNode read(UUID id, ArticlesById.Found whole) {
        JsonText found = whole.items().get(id);
        return found == null ? null : read(found);
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

    private Optional<String> page(FormattedAddress address, JsonNode json, Optional<TagView> tag) {
        if (address.isArticle() || address.isUpdates()) {
            return Optional.of(pages.article(json));
        }
        if (json.has("slug")) {
            return Optional.of(pages.of(json.has("sections") ? ContentKind.FRONT : ContentKind.STORY_LIST, json));
        }
        return address.isSearch()
                ? pages.search(Objects.requireNonNullElse(address.parameter("q"), ""))
                : tag.flatMap(one -> pages.tag(Parameters.wireName(one.type()), one.slug()));
    }

    private static @Nullable String language(FormattedAddress address, JsonNode json, List<NewsItem> items) {
        if (json.hasNonNull("language")) {
            return json.path("language").asText();
        }
        List<String> languages =
                items.stream().map(item -> item.text("language")).distinct().toList();
        if (languages.size() == 1 && !languages.get(0).isEmpty()) {
            return languages.get(0);
        }
        String asked = address.parameter("language");
        return languages.isEmpty() && asked != null && asked.matches("[A-Za-z-]+") ? asked : null;
    }
}
