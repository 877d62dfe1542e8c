package dev.dateline.live;

import dev.dateline.json.JsonText;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What stands in a live page of its updates. */
@Schema(
        name = "LiveUpdates",
        description =
                "The updates of a live page, as far as they stand in it: those that stay on top, where the story turned, and the latest: twenty, or as many as make 1 MiB.")
public record LiveUpdatesView(
        @Schema(
                required = true,
                format = "uri-reference",
                description = "All of them, page by page.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000003/updates")
        String href,

        @Schema(required = true, description = "How many there are.", examples = "212")
        long count,

        @Nullable
        @Schema(description = "When one was last published, corrected or withdrawn.", examples = "2026-11-20T09:00:00Z")
        Instant changedAt,

        @Schema(
                required = true,
                implementation = LiveUpdateView[].class,
                description =
                        "The newest of those that stay on top, ten or as many as make 1 MiB; they are among the others as well.")
        List<JsonText> pinned,

        @Schema(required = true, description = "Where the story turned, newest first; at most a hundred.")
        List<KeyEvent> keyEvents,

        @Schema(required = true, implementation = LiveUpdateView[].class, description = "Newest first.")
        List<JsonText> latest,

        @Nullable @Schema(format = "uri-reference", description = "Older ones.")
        String next,

        @Schema(required = true, format = "uri-reference", description = "Asks for what has changed since.")
        String since) {}
