package dev.dateline.storylist;

import dev.dateline.article.CardRepository.Card;
import dev.dateline.content.Image;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One story of a list. Its article's card is stored JSON and laid in at the end. */
@Schema(name = "Story", description = "One entry of a story list: an article, or a link to somewhere else.")
public record StoryView(
        @Schema(required = true, description = "Its place in the list, from 1.", examples = "1")
        int number,

        @Schema(
                required = true,
                description = "The editor's own for this list, or the article's.",
                examples = "Minsk bridge reopens")
        String headline,

        @Nullable
        @Schema(description = "The editor's own for this list; otherwise see the article.", examples = "Long read")
        String kicker,

        @Nullable Image image,

        @Schema(required = true) Origin origin,

        @Schema(
                required = true,
                description = "Since when readers have seen it in this list.",
                examples = "2026-11-20T09:00:00Z")
        Instant since,

        @Nullable @Schema(format = "uri", description = "For a link to somewhere else: where it leads.")
        String url,

        @Nullable @Schema(ref = "#/components/schemas/ArticleCard", description = "The article, as a card.")
        Object article) {

    /** What is placed, numbered; an article without a card is not public, and is left out. */
    public static JsonText all(List<PublishedListContent.Placed> placed, Map<UUID, Card> cards) {
        List<JsonText> stories = new ArrayList<>();
        for (PublishedListContent.Placed place : placed) {
            Card card = place.article() == null ? null : cards.get(place.article());
            if (place.article() == null || card != null) {
                stories.add(story(stories.size() + 1, place, card));
            }
        }
        return JsonText.array(stories);
    }

    private static JsonText story(int number, PublishedListContent.Placed place, @Nullable Card card) {
        PublishedListContent.Entry entry = place.entry();
        String own = entry == null ? null : entry.headline();
        JsonText story = JsonText.of(new StoryView(
                number,
                own != null ? own : card == null ? "" : card.headline(),
                entry == null ? null : entry.kicker(),
                entry == null ? null : entry.image(),
                place.origin(),
                place.since(),
                entry == null ? null : entry.url(),
                null));
        return card == null ? story : story.with("article", card.json());
    }
}
