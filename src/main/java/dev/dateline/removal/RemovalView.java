package dev.dateline.removal;

import dev.dateline.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A removal as editors see it. */
@Schema(name = "Removal", description = "That something was withdrawn for a legal reason, and who has acknowledged it.")
record RemovalView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000030")
        UUID id,

        @Schema(required = true, description = "What was removed.", examples = "article")
        String kind,

        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000001")
        UUID target,

        @Nullable @Schema(description = "What readers are told.", examples = "Withdrawn after a court order.")
        String note,

        @Schema(required = true) Actor removedBy,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant removedAt,

        @Nullable @Schema(description = "When the legal reason was taken back; left out while it stands.")
        Instant liftedAt,

        @Schema(required = true, description = "How many receivers have not acknowledged it.", examples = "1")
        long outstanding,

        @Schema(required = true, description = "All that are to acknowledge it, those that have not first.")
        List<RemovalReceiptView> receipts) {}
