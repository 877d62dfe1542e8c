package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Facts set apart from the story. */
@JsonDeserialize
@JsonTypeName("fact-box")
@Schema(description = "Facts set apart from the story.")
public record FactBoxBlock(
        @NotBlank(message = "must not be blank")
        @Size(max = 300, message = "must be at most 300 characters long")
        @Schema(required = true, examples = "The bridge in numbers")
        String title,

        @NotEmpty(message = "must not be empty")
        @Size(max = 200, message = "must have at most 200 items")
        @Schema(required = true, description = "Inline HTML, an item each.", examples = "[\"Trams 1 and 6\"]")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long") String>
                items)
        implements Block, PublishedBlock {

    public FactBoxBlock {
        items = InlineHtml.sanitised(items);
    }

    @Override
    public void html(StringBuilder out) {
        out.append("<aside><h2>").append(InlineHtml.escaped(title)).append("</h2><ul>");
        ListItems.html(out, items);
        out.append("</ul></aside>");
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        out.append(InlineMarkdown.of(title, Set.of(InlineRun.Mark.STRONG))).append("\n\n");
        ListItems.lines(out, items.stream().map(InlineMarkdown::of).toList(), index -> "- ");
    }

    @Override
    public boolean endsInList() {
        return true;
    }

    @Override
    public void text(StringBuilder out) {
        out.append(title).append('\n');
        ListItems.lines(out, items.stream().map(InlineText::of).toList(), index -> "• ");
    }
}
