package dev.dateline.live;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the story turned: an entry of a live page's table of contents. */
@Schema(description = "Where the story turned, for a table of contents.")
record KeyEvent(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000041")
        UUID id,

        @Schema(
                required = true,
                format = "uri-reference",
                examples =
                        "/v1/articles/01981f2c-5a00-7000-8000-000000000003/updates/01981f2c-5a00-7000-8000-000000000041")
        String href,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Nullable @Schema(description = "Plain text.", examples = "First tram crosses")
        String title) {}
