package dev.dateline.editorial.preview;

import dev.dateline.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A preview as the newsroom sees it. */
@Schema(name = "Preview", description = "A link that shows one revision, until a time, to whoever holds it.")
record PreviewView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-00000000000d")
        UUID id,

        @Schema(required = true, examples = "2") long revision,
        @Schema(required = true) Actor createdBy,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant createdAt,

        @Schema(required = true, examples = "2036-11-21T08:15:00Z")
        Instant expiresAt,

        @Nullable @Schema(format = "uri-reference", description = "The link; shown only when it is made.")
        String href) {

    /** Where links lead. */
    static final String PATH = "/v1/previews";
}
