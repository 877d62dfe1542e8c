package dev.dateline.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From where a webhook is to be told again. */
@Schema(description = "From where a webhook is to be told again.")
record WebhookReplay(
        @NotBlank(message = "must not be blank")
        @Size(max = 9_000, message = "must be at most 9000 characters long")
        @Schema(
                required = true,
                description = "A place in the log: `since` of an answer of `listChanges`, or a webhook's own.",
                examples = "AAAA")
        String since) {

    /** The place itself, where it came in an address of {@code listChanges}. */
    String place() {
        return since.replaceFirst("^.*[?&]since=", "").replaceFirst("&.*$", "");
    }
}
