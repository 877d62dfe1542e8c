package dev.dateline.removal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a receiver is answered who acknowledges a removal. */
@Schema(description = "That a removal is acknowledged.")
record RemovalAcknowledged(
        @Schema(required = true, description = "The removal's id.", examples = "01981f2c-5a00-7000-8000-000000000030")
        UUID removal,

        @Schema(required = true, description = "When it was acknowledged first.", examples = "2026-11-20T08:20:00Z")
        Instant acknowledgedAt,

        @Nullable
        @Schema(description = "What was said last.", examples = "Gone from the site; the paper of today is printed.")
        String note) {}
