package dev.dateline.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as readers get it. */
@Schema(name = "Alert", description = "Breaking news that people are to be told now.")
public record AlertView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000006")
        UUID id,

        @Schema(required = true, examples = "The bridge is closed")
        String headline,

        @Nullable @Schema(examples = "Trams turn at the station until Friday.")
        String text,

        @Schema(required = true, description = "Who is to get it; everybody when empty.", examples = "[\"minsk\"]")
        List<String> audience,

        @Nullable @Schema(description = "BCP 47; absent for every language.", examples = "en")
        String language,

        @Nullable
        @Schema(
                format = "uri-reference",
                description = "The article that it leads to.",
                examples = "/v1/articles/01981f2c-5a00-7000-8000-000000000001")
        String article,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant publishedAt,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant updatedAt,

        @Schema(
                required = true,
                description = "From when on nobody is to be alerted any more.",
                examples = "2036-03-14T12:00:00Z")
        Instant expiresAt) {}
