package dev.dateline.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A picture inside the body. */
@JsonDeserialize
@Schema(
        description = "A picture inside the body.",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "image"))
public record ImageBlock(
        @NotNull(message = "is required") @Valid @Schema(required = true)
        Image image) implements Block, PublishedBlock {

    @Override
    public String type() {
        return "image";
    }

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
