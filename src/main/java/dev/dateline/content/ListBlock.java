package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list, numbered or not. */
@JsonDeserialize
@JsonTypeName("list")
@Schema(description = "A list, numbered or not.")
public record ListBlock(
        @Schema(required = true, description = "Whether the items are numbered.", examples = "false")
        boolean ordered,

        @NotEmpty(message = "must not be empty")
        @Size(max = 200, message = "must have at most 200 items")
        @Schema(
                required = true,
                description = "Inline HTML, an item each.",
                examples = "[\"Trams 1 and 6\", \"Bus 100\"]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 20_000, message = "must be at most 20000 characters long") String>
                items)
        implements Block, PublishedBlock {

    public ListBlock {
        items = InlineHtml.sanitised(items);
    }

    @Override
    public void html(StringBuilder out) {
        String element = ordered ? "ol" : "ul";
        out.append('<').append(element).append('>');
        items.forEach(item -> out.append("<li>").append(item).append("</li>"));
        out.append("</").append(element).append('>');
    }

    @Override
    public void markdown(StringBuilder out) {
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : "\n").append(ordered ? (i + 1) + ". " : "- ");
            out.append(InlineHtml.markdown(items.get(i)).replace("\n", "\n   "));
        }
    }

    @Override
    public void text(StringBuilder out) {
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : "\n").append(ordered ? (i + 1) + ". " : "• ");
            out.append(InlineHtml.text(items.get(i)));
        }
    }
}
