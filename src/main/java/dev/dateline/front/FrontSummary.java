package dev.dateline.front;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A front without what is on it. */
@Schema(name = "FrontSummary", description = "A front without what is on it.")
record FrontSummary(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-00000000000c")
        UUID id,

        @Schema(required = true, examples = "home-en") String slug,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "The front, whole.",
                examples = "/v1/fronts/home-en")
        String href,

        @Schema(required = true, examples = "Home") String title,

        @Nullable @Schema(description = "BCP 47.", examples = "en")
        String language,

        @Schema(required = true, examples = "2026-11-20T09:00:00Z")
        Instant updatedAt) {

    static FrontSummary of(PublishedFront front) {
        PublishedFrontContent plan = front.plan();
        return new FrontSummary(
                front.id(), front.slug(), front.href(), plan.title(), plan.language(), plan.updatedAt());
    }
}
