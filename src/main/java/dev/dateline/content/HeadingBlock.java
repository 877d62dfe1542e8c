package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A heading inside the body; the headline itself is level 1. */
@JsonDeserialize
@JsonTypeName("heading")
@Schema(description = "A heading inside the body; the headline itself is level 1.")
public record HeadingBlock(
        @Min(value = 2, message = "must be 2, 3 or 4")
        @Max(value = 4, message = "must be 2, 3 or 4")
        @Schema(required = true, examples = "2")
        int level,

        @NotBlank(message = "must not be blank")
        @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long")
        @Schema(
                required = true,
                description = "Inline HTML: a, abbr, b, br, cite, code, em, i, mark, q, s, small, strong, sub, sup, u.",
                examples = "What happens next")
        String html)
        implements Block, PublishedBlock {

    public HeadingBlock {
        html = InlineHtml.sanitised(html);
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<h").append(level).append('>').append(html);
        out.append("</h").append(level).append('>');
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append("#".repeat(level)).append(' ').append(InlineMarkdown.line(html));
    }

    @Override
    public void text(StringBuilder out) {
        out.append(InlineText.of(html));
    }
}
