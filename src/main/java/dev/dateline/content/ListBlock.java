package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
                        @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long") String>
                items,

        @Nullable
        @Min(value = 0, message = "must be from 0 to 100000")
        @Max(value = 100_000, message = "must be from 0 to 100000")
        @Schema(description = "The first item's number, when it is not 1.", examples = "5")
        Integer start)
        implements Block, PublishedBlock {

    public ListBlock {
        items = InlineHtml.sanitised(items);
    }

    @Override
    public void html(StringBuilder out) {
        String element = ordered ? "ol" : "ul";
        out.append('<').append(element);
        if (first() != 1) {
            out.append(" start=\"").append(first()).append('"');
        }
        out.append('>');
        ListItems.html(out, items);
        out.append("</").append(element).append('>');
    }

    private int first() {
        return ordered && start != null ? start : 1;
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        List<String> lines = items.stream().map(InlineMarkdown::of).toList();
        ListItems.lines(out, lines, index -> marker(index, otherMarker));
    }

    private String marker(int index, boolean other) {
        if (ordered) {
            return (first() + index) + (other ? ") " : ". ");
        }
        return other ? "* " : "- ";
    }

    @Override
    public boolean beginsWithList() {
        return true;
    }

    @Override
    public boolean endsInList() {
        return true;
    }

    @Override
    public void text(StringBuilder out) {
        List<String> lines = items.stream().map(InlineText::of).toList();
        ListItems.lines(out, lines, index -> ordered ? (first() + index) + ". " : "• ");
    }
}
