package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Words of somebody, and who that is. */
@JsonDeserialize
@JsonTypeName("quote")
@Schema(description = "Words of somebody, and who that is.")
public record QuoteBlock(
        @NotBlank(message = "must not be blank")
        @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long")
        @Schema(
                required = true,
                description = "Inline HTML: a, abbr, b, br, cite, code, em, i, mark, q, s, small, strong, sub, sup, u.",
                examples = "We tested every cable twice.")
        String html,

        @Nullable @Valid Attribution attribution)
        implements Block, PublishedBlock {

    public QuoteBlock {
        html = InlineHtml.sanitised(html);
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<figure><blockquote><p>").append(html).append("</p></blockquote>");
        if (attribution != null) {
            out.append("<figcaption>").append(attribution.html()).append("</figcaption>");
        }
        out.append("</figure>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append("> ").append(InlineMarkdown.of(html).replace("\n", "\n> "));
        if (attribution != null) {
            out.append("\n>\n> — ").append(attribution.markdown());
        }
    }

    @Override
    public void text(StringBuilder out) {
        out.append('“').append(InlineText.of(html)).append('”');
        if (attribution != null) {
            out.append(" — ").append(attribution.line());
        }
    }
}
