package dev.dateline.content;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sizes in which an uploaded picture can be had, so that a front end needs to know no rules. */
@Schema(
        name = "ImageRenditions",
        description =
                "The sizes in which an uploaded picture can be had, and what stands in its place until it has come.")
public record ImageRenditions(
        @Size(max = 2100)
        @Schema(
                required = true,
                format = "uri-template",
                description = "The address of each: put in a crop, a width and a format (RFC 6570).",
                examples = "/v1/media/8nq2Wk4yTzq0Zx1mC5vB7A/{crop}/{width}.{format}")
        String template,

        @Size(max = 100)
        @Schema(required = true, description = "In pixels. A picture that is narrower comes in its own width.")
        List<Integer> widths,

        @Size(max = 10) @Schema(required = true, examples = "[\"jpg\", \"webp\"]")
        List<@Size(max = 10) String> formats,

        @Size(max = 100)
        @Schema(
                required = true,
                description = "Shapes, cut around the focal point; `full` is all of it.",
                examples = "[\"full\", \"16x9\", \"1x1\"]")
        List<@Size(max = 20) String> crops,

        @Size(max = 100)
        @Schema(required = true, description = "A ThumbHash in base64.", examples = "3OcRJYB4d3h/iIeHeEh3eIhw+j3A")
        String placeholder,

        @Size(max = 7) @Schema(required = true, description = "The colour that most of it has.", examples = "#5b7f9c")
        String dominantColour) {

    /** The address of all of it in one width. */
    public String address(int width) {
        return template.replace("{crop}", "full")
                .replace("{width}", String.valueOf(width))
                .replace("{format}", formats.get(0));
    }

    /** As HTML's {@code srcset} has it. */
    String srcset() {
        return widths.stream().map(width -> address(width) + " " + width + "w").collect(Collectors.joining(", "));
    }
}
