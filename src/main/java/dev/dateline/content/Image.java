package dev.dateline.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture that lies elsewhere, with what is needed to show and credit it. */
@Schema(description = "A picture, where it lies, and what is needed to show and credit it.")
public record Image(
        @NotNull(message = "is required")
        @WebAddress
        @Schema(required = true, format = "uri", examples = "https://images.example.org/bridge.jpg")
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

        @Nullable @Valid FocalPoint focalPoint) {

    void html(StringBuilder out) {
        out.append("<figure><img src=\"").append(InlineHtml.escaped(url)).append("\" alt=\"");
        out.append(alt == null ? "" : InlineHtml.escaped(alt)).append('"');
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
        if (caption == null) {
            return credit == null ? "" : credit;
        }
        return credit == null ? caption : caption + " (" + credit + ")";
    }
}
