package dev.dateline.editorial.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Into which tag another is merged. */
@Schema(name = "TagMergeInput", description = "Into which tag this one is merged.")
record TagMergeInput(
        @NotNull(message = "is required: the slug or id of the other tag")
        @NotBlank(message = "must be the slug or id of the other tag")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(required = true, description = "Slug or id of a tag of the same type.", examples = "minsk")
        String into) {}
