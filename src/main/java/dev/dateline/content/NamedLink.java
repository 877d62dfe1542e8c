package dev.dateline.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page elsewhere. */
@Schema(description = "A page elsewhere.")
public record NamedLink(
        @NotBlank(message = "must not be blank")
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(required = true, examples = "Mastodon")
        String name,

        @NotNull(message = "is required")
        @WebAddress
        @Schema(required = true, format = "uri", examples = "https://social.example.org/@minsk")
        String url) {}
