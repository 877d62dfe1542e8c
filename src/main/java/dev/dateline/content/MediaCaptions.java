package dev.dateline.content;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said in a recording, in a language, as a file that players show in time with it. */
@Schema(
        name = "MediaCaptions",
        description = "What is said, in a language, as a file (WebVTT) that players show in time with it.")
public record MediaCaptions(
        @NotNull(message = "is required")
        @LanguageTag
        @Schema(required = true, maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47.", examples = "be")
        String language,

        @NotNull(message = "is required")
        @WebAddress
        @Schema(required = true, format = "uri", examples = "https://media.example.org/bridge.be.vtt")
        String url) {}
