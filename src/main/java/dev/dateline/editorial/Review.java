package dev.dateline.editorial;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a review is to go next. */
@Schema(name = "Review", description = "The state that the current revision is to have.")
public record Review(
        @NotNull(message = "must be in-review, approved or draft") @Schema(required = true)
        ReviewState state) {}
