package dev.dateline.content;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of an image that must stay visible when it is cropped, as fractions from the top left corner. */
@Schema(description = "What must stay visible when the image is cropped, as fractions from the top left corner.")
public record FocalPoint(
        @NotNull(message = "is required")
        @DecimalMin(value = "0", message = "must be from 0 to 1")
        @DecimalMax(value = "1", message = "must be from 0 to 1")
        @Schema(required = true, examples = "0.5")
        Double x,

        @NotNull(message = "is required")
        @DecimalMin(value = "0", message = "must be from 0 to 1")
        @DecimalMax(value = "1", message = "must be from 0 to 1")
        @Schema(required = true, examples = "0.3")
        Double y) {}
