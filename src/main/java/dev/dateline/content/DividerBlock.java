package dev.dateline.content;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A pause between two parts. */
@JsonDeserialize
@Schema(
        description = "A pause between two parts.",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "divider"))
public record DividerBlock() implements Block, PublishedBlock {

    @Override
    public String type() {
        return "divider";
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<hr>");
    }

    @Override
    public void markdown(StringBuilder out) {
        out.append("---");
    }

    @Override
    public void text(StringBuilder out) {
        out.append("* * *");
    }
}
