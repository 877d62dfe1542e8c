package dev.dateline.editorial.preview;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a preview is to show, and for how long. */
@Schema(name = "PreviewInput", description = "What a preview is to show, and for how long.")
public record PreviewInput(
        @Nullable @Schema(description = "The current one when left out.", examples = "1")
        Long revision,

        @Nullable @Schema(description = "A day from now when left out; 30 days at most.")
        Instant expiresAt) {

    static final PreviewInput DEFAULT = new PreviewInput(null, null);
}
