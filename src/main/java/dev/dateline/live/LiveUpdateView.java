package dev.dateline.live;

import dev.dateline.json.JsonText;
import dev.dateline.published.BodyView;
import dev.dateline.tag.Byline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything public about an update of a live page. The body is stored apart and joined in at read. */
@Schema(name = "LiveUpdate", description = "An update of a live page.")
record LiveUpdateView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000041")
        UUID id,

        @Schema(
                required = true,
                format = "uri-reference",
                examples =
                        "/v1/articles/01981f2c-5a00-7000-8000-000000000003/updates/01981f2c-5a00-7000-8000-000000000041")
        String href,

        @Schema(required = true, description = "BCP 47; the page's, where the update says nothing.", examples = "be")
        String language,

        @Schema(required = true, description = "First publication.", examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, description = "Last publication.", examples = "2026-11-20T08:20:00Z")
        Instant updatedAt,

        @Nullable @Schema(description = "Plain text.", examples = "First tram crosses")
        String title,

        @Schema(required = true, description = "Whether the story turned here.")
        boolean keyEvent,

        @Schema(required = true, description = "Whether it stays on top of the page.")
        boolean pinned,

        @Schema(required = true, implementation = Byline[].class)
        List<JsonText> byline,

        @Nullable @Schema(description = "The body in the format that was asked for; absent for `body=none`.")
        BodyView body) {}
