package dev.dateline.removal;

import dev.dateline.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one receiver stands to a removal, as editors see it. */
@Schema(name = "RemovalReceipt", description = "How one receiver stands to a removal.")
record RemovalReceiptView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000020")
        UUID webhook,

        @Schema(
                required = true,
                description = "Whom to call: the webhook's description and host.",
                examples = "Evening paper (hooks.example.org)")
        String receiver,

        @Nullable @Schema(description = "When its server first took the message; left out until then.")
        Instant toldAt,

        @Nullable @Schema(description = "When it was acknowledged that nothing is kept any more; left out until then.")
        Instant acknowledgedAt,

        @Nullable @Schema(description = "Who noted that, when the receiver did not say it itself.")
        Actor acknowledgedBy,

        @Nullable
        @Schema(description = "What was said besides.", examples = "Gone from the site; the paper of today is printed.")
        String note) {}
