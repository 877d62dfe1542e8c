package dev.dateline.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one request went. What was posted is not kept: it may be withdrawn since.
 *
 * @param retryAfterSeconds what the receiver asked for, or null
 */
@Schema(description = "How one request to a receiver went.")
record WebhookAttempt(
        @Schema(required = true, examples = "2026-11-20T08:15:00Z")
        Instant at,

        @Schema(required = true, description = "How long it took.", examples = "85")
        long milliseconds,

        @Schema(required = true, description = "How much was posted.", examples = "812")
        int bytes,

        @Nullable
        @Schema(description = "What the receiver answered with; left out when there was no answer.", examples = "503")
        Integer status,

        @Nullable @Schema(description = "Why there was no answer.", examples = "The host is not known")
        String error,

        @Nullable @Schema(description = "How the answer began.", examples = "Service Unavailable")
        String answer,

        @Nullable @Schema(description = "How many seconds the receiver asked to wait.", examples = "120")
        Long retryAfterSeconds) {

    boolean hasSucceeded() {
        return status != null && status >= 200 && status < 300;
    }

    boolean saysGone() {
        return status != null && status == 410;
    }
}
