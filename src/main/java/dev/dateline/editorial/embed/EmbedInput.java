package dev.dateline.editorial.embed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an editor wants to embed. */
@Schema(description = "What is to be embedded.")
record EmbedInput(
        @NotBlank(message = "must not be blank")
        @Size(max = 2_000, message = "must be at most 2000 characters long")
        @Schema(
                required = true,
                format = "uri",
                description = "The address of its page.",
                examples = "https://www.youtube.com/watch?v=aqz-KE-bpKQ")
        String url) {}
