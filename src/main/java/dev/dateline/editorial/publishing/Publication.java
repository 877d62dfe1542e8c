package dev.dateline.editorial.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a thing is to be published. */
@Schema(description = "How to publish. An empty object, or no body at all, publishes now.")
public record Publication(
        @Nullable
        @Schema(
                description =
                        "The time of first publication that readers see, for what was published elsewhere before; not in the future.",
                examples = "2026-02-14T12:00:00Z")
        Instant publishedAt) {

    public static final Publication NOW = new Publication(null);

    public Publication {
        publishedAt = publishedAt == null ? null : publishedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
