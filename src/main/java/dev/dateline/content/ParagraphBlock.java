package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paragraph. */
@JsonDeserialize
@JsonTypeName("paragraph")
@Schema(description = "A paragraph.")
public record ParagraphBlock(
        @NotBlank(message = "must not be blank")
        @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long")
        @Schema(
                required = true,
                description = "Inline HTML: a, abbr, b, br, cite, code, em, i, mark, q, s, small, strong, sub, sup, u.",
                examples = "The bridge opened at <em>six</em> in the morning.")
        String html)
        implements Block, PublishedBlock {

    public ParagraphBlock {
        html = InlineHtml.sanitised(html);
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<p>").append(html).append("</p>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append(InlineMarkdown.of(html));
    }

    @Override
    public void text(StringBuilder out) {
        out.append(InlineText.of(html));
    }
}
