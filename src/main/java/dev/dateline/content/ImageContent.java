package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.extension.ExtensionSchema;
import dev.dateline.extension.OwnFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What editors say of a picture in the library. */
@RecordBuilder
@Schema(
        name = "ImageContent",
        description =
                "What editors say of a picture. It fills what an article leaves out when it is published; what is published already keeps what it had, until it is published again.")
public record ImageContent(
        @Size(max = 50, message = "must have at most 50 languages")
        @Schema(
                description = "What the picture shows, for those who do not see it, by language (BCP 47).",
                examples = "{\"en\": \"The new bridge at dawn\"}")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "must not be blank")
                        @Size(max = 1000, message = "must be at most 1000 characters long") String>
                alt,

        @Nullable
        @Size(max = 2000, message = "must be at most 2000 characters long")
        @Schema(examples = "The bridge had been closed for a year.")
        String caption,

        @Nullable
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(description = "Who made it.", examples = "Alena Karpovich / Dateline")
        String credit,

        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(description = "Under which terms it may be used.", examples = "CC BY 4.0")
        String rights,

        @Nullable
        @WebAddress
        @Schema(
                format = "uri",
                description = "The licence it comes under. Partners who may have some licences only get no others.",
                examples = "https://creativecommons.org/licenses/by/4.0/")
        String licenceUrl,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Size(max = 300, message = "must have at most 300 items")
        @Schema(
                description =
                        "Where it may be published (ISO 3166-1); everywhere when empty. Partners elsewhere do not get it.",
                examples = "[\"BY\", \"PL\"]")
        List<
                        @NotNull(message = "must be a territory")
                        @Size(
                                max = 2,
                                message =
                                        "must be the two letters of a country or territory in ISO 3166-1, for example PL or GB")
                        @Territory String>
                territories,

        @Nullable
        @Schema(
                description = "From this time on nobody may publish it, and no reader gets it any more.",
                examples = "2036-02-14T12:00:00Z")
        Instant rightsExpireAt,

        @Nullable @Valid FocalPoint focalPoint,

        @Schema(description = "Whether it may disturb people.", defaultValue = "false")
        boolean sensitive,

        @Nullable
        @Schema(
                description =
                        "When it was taken. A time in a file that tells no offset is taken for UTC, and may be some hours off.",
                examples = "2026-11-20T05:40:00Z")
        Instant takenAt,

        @Nullable
        @OwnFields(of = "image")
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "Fields of the newsroom's own, as `dateline.extensions` of this installation declares them.")
        Map<String, Object> extensions)
        implements ImageContentBuilder.With {

    public ImageContent {
        alt = alt == null ? Map.of() : alt;
        territories = territories == null ? List.of() : territories;
        extensions = ExtensionSchema.given(extensions);
    }

    /** In a language, or in the one that it is a variant of. */
    public @Nullable String altIn(@Nullable String language) {
        if (language == null) {
            return alt.size() == 1 ? alt.values().iterator().next() : null;
        }
        String exact = alt.get(language);
        int mark = language.lastIndexOf('-');
        return exact != null || mark < 0 ? exact : altIn(language.substring(0, mark));
    }
}
