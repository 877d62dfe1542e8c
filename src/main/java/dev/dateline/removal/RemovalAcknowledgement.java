package dev.dateline.removal;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a receiver says of a removal. */
@Schema(description = "What a receiver says of a removal.")
record RemovalAcknowledgement(
        @Nullable
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(
                description = "For the newsroom, plain text: what could not be taken back, for example.",
                examples = "Gone from the site; the paper of today is printed.")
        String note) {

    static final RemovalAcknowledgement PLAIN = new RemovalAcknowledgement(null);
}
