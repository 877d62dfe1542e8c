package dev.dateline.editorial;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a review is to go next. */
@Schema(name = "Review", description = "The state that the current revision is to have.")
public record Review(
        @NotNull(message = "must be in-review, approved or draft") @Schema(required = true)
        ReviewState state,

        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(
                description = "Why, or what is to be done. It stands beside the state until the next step.",
                examples = "Ask the ministry too.")
        String note) {

    public Review {
        note = note == null || note.isBlank() ? null : note;
    }
}
