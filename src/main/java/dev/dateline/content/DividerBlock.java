package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pause between two parts. */
@JsonDeserialize
@JsonTypeName("divider")
@Schema(description = "A pause between two parts.")
public record DividerBlock() implements Block, PublishedBlock {

    @Override
    public void html(StringBuilder out) {
        out.append("<hr>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append("---");
    }

    @Override
    public void text(StringBuilder out) {
        out.append("* * *");
    }
}
