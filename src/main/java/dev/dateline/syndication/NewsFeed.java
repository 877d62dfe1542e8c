package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written in another form: one piece of news, or several with what is said of them together.
 *
 * @param isOne whether one thing was asked for, and not a collection
 * @param title what it is a feed of
 * @param subject what it is a feed of, where that is a thing itself: a list, a front, a live page
 * @param id the same for all its pages
 * @param self the address of this very answer
 * @param page where people read the same
 * @param language BCP 47; null for several
 * @param next the address of the page behind this one
 * @param previous the address of the page before it
 * @param hub a WebSub hub
 * @param site the newsroom
 * @param pages where people read about what an item names
 */
record NewsFeed(
        boolean isOne,
        String title,
        JsonNode subject,
        String id,
        String self,
        String page,
        @Nullable String language,
        @Nullable String next,
        @Nullable String previous,
        @Nullable String hub,
        JsonNode site,
        PageAddresses pages,
        List<NewsItem> items) {

    /** When something in it was last published, or it was itself. */
    String updated() {
        return Stream.concat(
                        Stream.of(subject.path("updatedAt").asText("1970-01-01T00:00:00Z")),
                        items.stream().map(NewsItem::updated))
                .max(Comparator.comparing(Instant::parse))
                .orElseThrow();
    }

    /** The newsroom's name. */
    String publisher() {
        return KnownSite.titleOf(site);
    }

    /** What its editors say that it is, or the newsroom in its language; or its title again. */
    String description() {
        String own = subject.path("description").asText("");
        String newsroom =
                site.path("descriptions").path(language == null ? "" : language).asText("");
        return Stream.of(own, newsroom)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(title);
    }
}
