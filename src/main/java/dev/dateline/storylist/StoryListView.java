package dev.dateline.storylist;

import dev.dateline.http.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story list, whole, as readers get it. */
@Schema(name = "StoryList", description = "A named list of stories, whole, in the editor's order.")
record StoryListView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000004")
        UUID id,

        @Schema(required = true, examples = "top-stories") String slug,

        @Schema(required = true, format = "uri-reference", examples = "/v1/story-lists/top-stories")
        String href,

        @Schema(required = true, examples = "Top stories") String title,

        @Nullable @Schema(description = "BCP 47; absent for a list of several languages.", examples = "en")
        String language,

        @Nullable String description,

        @Schema(required = true, description = "Whether to show the entries' numbers.", examples = "false")
        boolean numbered,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt,

        @Nullable @Schema(required = true) List<Item> items) {

    /** One story. Its article's card is stored JSON and laid in at the end, like the items into the list. */
    @Schema(name = "Story", description = "One entry of a story list: an article, or a link to somewhere else.")
    record Item(
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

            @Nullable @Schema(format = "uri", description = "For a link to somewhere else: where it leads.")
            String url,

            @Nullable @Schema(ref = "#/components/schemas/ArticleCard", description = "The article, as a card.")
            Object article) {}

    /** The finished list. An entry whose article has no card is not public, and is left out. */
    static JsonText of(PublishedList list, List<PublishedListRepository.Row> rows) {
        List<JsonText> items = new ArrayList<>();
        for (PublishedListRepository.Row row : rows) {
            PublishedList.Entry entry = row.entry();
            if (entry != null && (entry.articleId() == null || row.card() != null)) {
                items.add(item(items.size() + 1, entry, row));
            }
        }
        return JsonText.of(new StoryListView(
                        list.id(),
                        list.slug(),
                        "/v1/story-lists/" + list.slug(),
                        list.title(),
                        list.language(),
                        list.description(),
                        list.numbered(),
                        list.publishedAt(),
                        list.updatedAt(),
                        null))
                .with("items", JsonText.array(items));
    }

    private static JsonText item(int number, PublishedList.Entry entry, PublishedListRepository.Row row) {
        String headline = Objects.requireNonNullElse(entry.headline(), Objects.requireNonNullElse(row.headline(), ""));
        JsonText item = JsonText.of(new Item(number, headline, entry.kicker(), entry.url(), null));
        return row.card() == null ? item : item.with("article", row.card());
    }
}
