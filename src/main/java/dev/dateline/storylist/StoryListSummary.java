package dev.dateline.storylist;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A story list without its entries. */
@Schema(name = "StoryListSummary", description = "A story list without its entries.")
record StoryListSummary(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000004")
        UUID id,

        @Schema(required = true, examples = "top-stories") String slug,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "The list, whole.",
                examples = "/v1/story-lists/top-stories")
        String href,

        @Schema(required = true, examples = "Top stories") String title,

        @Nullable @Schema(description = "BCP 47.", examples = "en")
        String language,

        @Nullable String description,
        @Schema(required = true, examples = "false") boolean numbered,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt) {

    static StoryListSummary of(PublishedList list) {
        PublishedListContent arrangement = list.arrangement();
        return new StoryListSummary(
                list.id(),
                list.slug(),
                "/v1/story-lists/" + list.slug(),
                arrangement.title(),
                arrangement.language(),
                arrangement.description(),
                arrangement.numbered(),
                arrangement.updatedAt());
    }
}
