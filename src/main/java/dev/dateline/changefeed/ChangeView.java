package dev.dateline.changefeed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change as clients get it. */
@Schema(name = "Change", description = "One change of what is public.")
record ChangeView(
        @Schema(
                required = true,
                description = "What has changed: `article`, `story-list` and so on.",
                examples = "article")
        String kind,

        @Nullable
        @Schema(
                description = "Of what has changed; left out for pictures.",
                examples = "01981f2c-5a00-7000-8000-000000000001")
        UUID id,

        @Schema(
                required = true,
                description =
                        "`published`: it is there now; `updated`: it is another; `withdrawn`: it is gone, and must be taken away.",
                examples = "updated")
        String event,

        @Nullable
        @Schema(
                description =
                        "`corrected`: an article got a correction; `reordered`: a list has other entries or another order; `merged`: a tag leads to another, whose address `href` is then (drop the id), or stands for itself again; `expired`: its time was over; `legal`: it was withdrawn for a legal reason, and may be kept nowhere. There may be others one day.",
                examples = "corrected")
        String reason,

        @Schema(
                required = true,
                description = "Rises with each change: of two of one thing, the higher is the later.",
                examples = "1042")
        long version,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant at,

        @Nullable
        @Schema(
                format = "uri-reference",
                description = "Where it is read.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000001")
        String href,

        @Nullable @Schema(description = "Of what was withdrawn, except tags: all slugs that it had.")
        List<String> slugs,

        @Schema(
                required = true,
                description =
                        "The cache groups that it touches. An answer that names one of them in `Cache-Groups` may be outdated.",
                examples = "[\"articles\", \"article:01981f2c-5a00-7000-8000-000000000001\"]")
        List<String> groups,

        @Nullable @Schema(ref = "#/components/schemas/ArticleItem")
        Object item,

        @Nullable @Schema(ref = "#/components/schemas/Alert")
        Object alert) {}
