package dev.dateline.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of the collection. */
@Schema(name = "WebhookDeliveryPage", description = "A page of what a webhook is or was told of, newest first.")
record WebhookDeliveryPage(
        @Schema(required = true) List<WebhookDeliveryView> items,
        @Nullable @Schema(format = "uri-reference") String next,
        @Nullable @Schema(format = "uri-reference") String previous) {}
