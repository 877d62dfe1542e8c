package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written in another form: one piece of news, or several with what is said of them together.
 *
 * @param isOne whether one thing was asked for, and not a collection
 * @param title what it is a feed of
 * @param self the address of this very answer
 * @param page where people read the same
 * @param language BCP 47; null for several
 * @param next the address of older ones
 * @param hub a WebSub hub
 * @param site the newsroom
 * @param pages where people read about what an item names
 */
record NewsFeed(
        boolean isOne,
        String title,
        String self,
        String page,
        @Nullable String language,
        @Nullable String next,
        @Nullable String hub,
        JsonNode site,
        PageAddresses pages,
        List<NewsItem> items) {

    /** When something in it was last published. */
    String updated() {
        return items.stream()
                .map(NewsItem::updated)
                .max(Comparator.comparing(Instant::parse))
                .orElse("1970-01-01T00:00:00Z");
    }

    /** The newsroom's name. */
    String publisher() {
        return site.path("title").asText("Dateline");
    }

    /** What the newsroom is, in the language of the feed, or in whatever there is. */
    String description() {
        JsonNode descriptions = site.path("descriptions");
        JsonNode own = descriptions.path(language == null ? "" : language);
        return own.isTextual()
                ? own.asText()
                : descriptions.isEmpty()
                        ? title
                        : descriptions.elements().next().asText();
    }
}
