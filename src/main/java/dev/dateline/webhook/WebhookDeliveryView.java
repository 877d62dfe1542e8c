package dev.dateline.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as administrators see it. */
@Schema(name = "WebhookDelivery", description = "One change or removal that a webhook is told of, and how that goes.")
record WebhookDeliveryView(
        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000021")
        UUID id,

        @Schema(
                required = true,
                description = "Its `webhook-id`, the same however often it is tried; a replay makes another.",
                examples = "msg_01981f2c-5a00-7000-8000-000000000021")
        String message,

        @Schema(required = true, description = "What has changed.", examples = "article")
        String kind,

        @Schema(required = true, examples = "01981f2c-5a00-7000-8000-000000000001")
        UUID target,

        @Schema(
                required = true,
                description = "How it has changed; `removed` where it must be kept nowhere.",
                examples = "updated")
        String event,

        @Schema(
                required = true,
                description = "The change's; of a removal, how far the log had come.",
                examples = "1042")
        long version,

        @Schema(
                required = true,
                description =
                        "`waiting`: it is told, now or later; `delivered`; `parked`: all attempts have failed; `dropped`: there was nothing to be told any more.")
        WebhookDeliveryState state,

        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant createdAt,

        @Nullable @Schema(description = "When it is told or tried again.")
        Instant nextAt,

        @Schema(required = true, description = "The last twelve, oldest first.")
        List<WebhookAttempt> attempts) {}
