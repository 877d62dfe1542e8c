package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.extension.ExtensionSchema;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture with what is needed to show and credit it: one of the newsroom's own, by id, or one that lies elsewhere, by address.
 * In what is published it has an address either way, and the newsroom's own also says in which sizes it can be had.
 */
@RecordBuilder
@Schema(
        description =
                "A picture, where it lies, and what is needed to show and credit it. An editor names a picture that was uploaded by `id`, or one that lies elsewhere by `url`. What an uploaded picture says itself counts where a field is left out here.")
public record Image(
        @Nullable @Schema(description = "Of a picture that was uploaded. Readers get `url` instead.")
        UUID id,

        @Nullable
        @WebAddress
        @Schema(
                format = "uri-reference",
                description = "Where it lies. Of an uploaded picture: the whole of it in a usual width.",
                examples = "https://images.example.org/bridge.jpg")
        String url,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 100000")
        @Max(value = 100_000, message = "must be from 1 to 100000")
        @Schema(description = "In pixels.", examples = "1600")
        Integer width,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 100000")
        @Max(value = 100_000, message = "must be from 1 to 100000")
        @Schema(description = "In pixels.", examples = "900")
        Integer height,

        @Nullable
        @Size(max = 1000, message = "must be at most 1000 characters long")
        @Schema(
                description = "What the picture shows, for those who do not see it.",
                examples = "The new bridge at dawn")
        String alt,

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

        @Nullable @Valid FocalPoint focalPoint,

        @Nullable
        @Schema(
                readOnly = true,
                description = "Whether it may disturb people. Only of an uploaded picture.",
                examples = "false")
        Boolean sensitive,

        @Nullable @Schema(readOnly = true, description = "The sizes in which an uploaded picture can be had.")
        ImageRenditions renditions,

        @Nullable @Schema(type = SchemaType.OBJECT, readOnly = true, description = "Fields of the newsroom's own.")
        Map<String, Object> extensions)
        implements ImageBuilder.With {

    public Image {
        territories = territories == null ? List.of() : territories;
        extensions = ExtensionSchema.given(extensions);
    }

    /** A picture that lies elsewhere, with nothing but its address and what it shows. */
    public static Image at(String url, @Nullable String alt, @Nullable String caption) {
        return ImageBuilder.builder().url(url).alt(alt).caption(caption).build();
    }

    /** Where it lies; of what is published. */
    String address() {
        return Objects.requireNonNullElse(url, "");
    }

    void html(StringBuilder out) {
        out.append("<figure><img src=\"").append(InlineHtml.escaped(address())).append("\" alt=\"");
        out.append(alt == null ? "" : InlineHtml.escaped(alt)).append('"');
        if (renditions != null) {
            out.append(" srcset=\"")
                    .append(InlineHtml.escaped(renditions.srcset()))
                    .append('"');
        }
        if (width != null && height != null) {
            out.append(" width=\"")
                    .append(width)
                    .append("\" height=\"")
                    .append(height)
                    .append('"');
        }
        out.append('>');
        if (caption != null || credit != null) {
            out.append("<figcaption>").append(InlineHtml.escaped(legend())).append("</figcaption>");
        }
        out.append("</figure>");
    }

    String legend() {
        return Objects.requireNonNullElse(legend(caption, credit), "");
    }

    /** What stands below a picture or a recording; null for nothing. */
    static @Nullable String legend(@Nullable String caption, @Nullable String credit) {
        if (caption == null || credit == null) {
            return caption == null ? credit : caption;
        }
        return caption + " (" + credit + ")";
    }
}
