package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture inside the body. */
@JsonDeserialize
@JsonTypeName("image")
@Schema(description = "A picture inside the body.")
public record ImageBlock(
        @NotNull(message = "is required") @Valid @Schema(required = true)
        Image image) implements Block, PublishedBlock {

    @Override
    public void html(StringBuilder out) {
        image.html(out);
    }

    @Override
    public void markdown(StringBuilder out) {
        out.append("![").append(InlineHtml.escapedMarkdown(Objects.requireNonNullElse(image.alt(), "")));
        out.append("](<").append(image.url().replace(">", "%3E")).append(">)");
        if (!image.legend().isEmpty()) {
            out.append("\n\n*")
                    .append(InlineHtml.escapedMarkdown(image.legend()))
                    .append('*');
        }
    }

    @Override
    public void text(StringBuilder out) {
        out.append(image.legend());
    }
}
