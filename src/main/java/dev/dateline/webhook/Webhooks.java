package dev.dateline.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All webhooks; there are never many. */
@Schema(name = "Webhooks", description = "All webhooks, without their secrets.")
record Webhooks(@Schema(required = true) List<WebhookView> items) {}
