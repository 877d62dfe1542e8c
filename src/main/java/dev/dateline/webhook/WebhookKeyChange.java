package dev.dateline.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is to be changed. */
@Schema(description = "How a key is to be changed.")
record WebhookKeyChange(
        @Nullable
        @Schema(
                defaultValue = "true",
                description =
                        "Whether the present key goes on signing for a day. `false` when somebody else knows it: it ends at once, and so does a former one.")
        Boolean overlap) {

    static final WebhookKeyChange DEFAULT = new WebhookKeyChange(null);

    boolean withOverlap() {
        return !Boolean.FALSE.equals(overlap);
    }
}
