package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.article.ArticlesById;
import dev.dateline.cache.Answer;
import dev.dateline.content.ContentKind;
import dev.dateline.http.Parameters;
import dev.dateline.json.JsonText;
import dev.dateline.published.PageRoom;
import dev.dateline.tag.TagView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of an answer in JSON the same in another form. */
@Singleton
class NewsFeeds {

    /** A tree of objects and the text that is made of it take so many times what {@link PageRoom} reckons with. */
    private static final int MORE_ROOM = 2;

    private final PageAddresses pages;
    private final WholeJson wholeJson;
    private final ArticlesById articles;
    private final KnownSite site;
    private final FeedTitles titles;
    private final PageRoom room;
    private final @Nullable String hub;

    NewsFeeds(
            PageAddresses pages,
            WholeJson wholeJson,
            ArticlesById articles,
            KnownSite site,
            FeedTitles titles,
            PageRoom room,
            SyndicationConfig config) {
        this.pages = pages;
        this.wholeJson = wholeJson;
        this.articles = articles;
        this.site = site;
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
            return answer.withAddresses(other -> address.inForm(other, format));
        }
        room.require((long) MORE_ROOM * answer.json().length());
        JsonNode json = wholeJson.read(answer.json());
        ArticlesById.Found whole =
                address.isBrief() ? ArticlesById.Found.NONE : articles.chosen(FeedItems.cards(json), format.body());
        room.require(whole.items().values().stream()
                .mapToLong(item -> (long) MORE_ROOM * item.length())
                .sum());
        KnownSite.Read known = site.read();
        NewsFeed feed = feed(json, address, format, whole, known.json());
        return answer.withAddresses(other -> address.inForm(other, format))
                .as(format.contentType(), address.extension().isEmpty(), format.write(feed))
                .shownUntil(whole.firstWithdrawal())
                .shownUntil(known.withdrawAt())
                .dependsOn(ContentKind.SITE.cacheGroup());
    }

    private NewsFeed feed(
            JsonNode json, FormattedAddress address, Format format, ArticlesById.Found whole, JsonNode newsroom) {
        JsonNode page = address.isUpdates() ? livePage(json) : MissingNode.getInstance();
        JsonNode subject = address.isUpdates() ? page : json;
        FeedItems reading = new FeedItems(pages, page, id -> read(id, whole));
        List<NewsItem> items = address.isArticle() ? List.of(reading.item(json)) : reading.items(json);
        String language = language(address, subject);
        Optional<TagView> tag = titles.tag(address);
        return new NewsFeed(
                address.isArticle(),
                FeedTitles.of(address, subject, tag, newsroom, language),
                subject,
                pages.absolute(address.canonical(format, Set.of("cursor"))),
                pages.absolute(address.canonical(format, Set.of())),
                page(address, subject, tag)
                        .orElseGet(() -> newsroom.path("url").asText(pages.absolute("/v1/articles"))),
                language,
                neighbour(json, "next", address, format),
                neighbour(json, "previous", address, format),
                hub,
                newsroom,
                pages,
                items);
    }

    private @Nullable String neighbour(JsonNode json, String way, FormattedAddress address, Format format) {
        return json.hasNonNull(way)
                ? pages.absolute(address.inForm(json.path(way).asText(), format))
                : null;
    }

    private @Nullable JsonNode read(UUID id, ArticlesById.Found whole) {
        JsonText found = whole.items().get(id);
        return found == null ? null : wholeJson.read(found);
    }

    /** The live page whose updates these are. */
    private JsonNode livePage(JsonNode updates) {
        String href = updates.path("since").asText();
        UUID id = UUID.fromString(href.substring("/v1/articles/".length()).replaceFirst("/.*", ""));
        return articles.cards(List.of(id)).items().values().stream()
                .findFirst()
                .map(wholeJson::read)
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

    /** Of a collection only what was asked for, so that it does not follow what happens to be in it. */
    private static @Nullable String language(FormattedAddress address, JsonNode subject) {
        if (subject.hasNonNull("language")) {
            return subject.path("language").asText();
        }
        String asked = address.parameter("language");
        return asked != null && asked.matches("[A-Za-z][A-Za-z0-9-]*") && !asked.equals("auto") ? asked : null;
    }
}
