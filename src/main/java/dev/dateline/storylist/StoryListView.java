package dev.dateline.storylist;

import dev.dateline.article.CardRepository;
import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

        @Schema(required = true, description = "Whether to show numbers.", examples = "false")
        boolean numbered,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt,

        @Nullable @Schema(required = true) List<StoryView> items) {

    /** The finished list: what is placed, without articles that have no card, because they are not public. */
    static JsonText of(
            UUID id,
            String slug,
            PublishedListContent arrangement,
            List<PublishedListContent.Placed> placed,
            Map<UUID, CardRepository.Card> cards) {
        return JsonText.of(new StoryListView(
                        id,
                        slug,
                        "/v1/story-lists/" + slug,
                        arrangement.title(),
                        arrangement.language(),
                        arrangement.description(),
                        arrangement.numbered(),
                        arrangement.publishedAt(),
                        arrangement.updatedAt(),
                        null))
                .with("items", StoryView.all(placed, cards));
    }
}
