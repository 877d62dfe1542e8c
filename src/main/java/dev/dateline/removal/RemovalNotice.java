package dev.dateline.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a receiver is told of a removal: what it is to find and take away, and how it says that it has. */
@Schema(name = "RemovalNotice", description = "What a receiver is told of a removal.")
public record RemovalNotice(
        @Schema(required = true, description = "The removal's id.")
        UUID removal,

        @Schema(required = true, description = "What was removed.", examples = "article")
        String kind,

        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000001")
        UUID id,

        @Schema(required = true, description = "All slugs that it had.")
        List<String> slugs,

        @Schema(required = true, description = "Of a live page: the ids of its updates, which go with it.")
        List<UUID> updates,

        @Schema(required = true, description = "Cache groups of answers that show it.")
        List<String> groups,

        @Nullable @Schema(description = "What readers are told.")
        String note,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant removedAt,

        @Schema(
                required = true,
                format = "uri-reference",
                description = "Where to send the acknowledgement. It needs no key, so keep it to yourself.",
                examples = "/v1/removal-receipts/AAAA")
        String acknowledgeAt) {}
