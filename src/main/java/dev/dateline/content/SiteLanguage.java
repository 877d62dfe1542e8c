package dev.dateline.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A language of the site as editors write it. */
@Schema(name = "SiteLanguage", description = "A language that readers can choose.")
@RecordBuilder
public record SiteLanguage(
        @NotNull(message = "is required")
        @LanguageTag
        @Schema(required = true, maxLength = LanguageTag.MAX_LENGTH, description = "BCP 47.", examples = "be")
        String language,

        @NotBlank(message = "must not be blank")
        @Size(max = 100, message = "must be at most 100 characters long")
        @Schema(required = true, description = "Its name in itself.", examples = "Беларуская")
        String name,

        @Nullable
        @WebAddress
        @Schema(
                format = "uri",
                description = "Where people read the site in it.",
                examples = "https://news.example.org/be")
        String url,

        @Nullable
        @Size(min = 1, max = 200, message = "must be 1 to 200 characters long")
        @Schema(description = "Id, slug or externalId of the front that readers see first.", examples = "home-be")
        String front)
        implements SiteLanguageBuilder.With {}
