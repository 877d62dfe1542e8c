package dev.dateline.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key is to be called. */
@Schema(description = "What a key is to be called.")
public record ApiKeyName(
        @NotBlank(message = "must not be blank")
        @Size(max = 200, message = "must be at most 200 characters long")
        @Schema(required = true, description = "Whose it is, for people.", examples = "website")
        String name) {}
