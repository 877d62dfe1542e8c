package dev.dateline.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.dateline.json.FaultAt;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rows and columns. */
@JsonDeserialize
@JsonTypeName("table")
@Schema(description = "Rows of cells; a row that is shorter than others ends in empty cells.")
public record TableBlock(
        @Nullable
        @Size(min = 1, max = 1000, message = "must be 1 to 1000 characters long")
        @Schema(description = "Plain text.", examples = "Trams across the bridge")
        String caption,

        @Min(value = 0, message = "must be from 0 to 10")
        @Max(value = 10, message = "must be from 0 to 10")
        @Schema(description = "How many of the first rows are headers.", defaultValue = "0", examples = "1")
        int headerRows,

        @Size(max = 50, message = "must have at most 50 items")
        @Schema(description = "How each column is aligned, from the first; `start` where it says nothing.")
        List<@NotNull(message = "must be start, center or end") TableAlignment> alignment,

        @NotEmpty(message = "must not be empty")
        @Size(max = 1000, message = "must have at most 1000 items")
        @Schema(
                required = true,
                description =
                        "Row by row; each cell is inline HTML. At most 5000 cells: the longest row counts for all.",
                examples = "[[\"Line\", \"A day\"], [\"1\", \"128\"]]")
        List<
                        @NotEmpty(message = "must not be empty") @Size(max = 50, message = "must have at most 50 items")
                                List<
                                @NotNull(message = "must be text")
                                @Size(max = InlineHtml.MAX_LENGTH, message = "must be at most 20000 characters long")
                                String>>
                rows)
        implements Block, PublishedBlock {

    private static final int MOST_CELLS = 5_000;

    public TableBlock {
        alignment = alignment == null ? List.of() : alignment;
        rows = rows == null
                ? List.of()
                : rows.stream()
                        .map(row -> row == null ? List.<String>of() : InlineHtml.sanitised(row))
                        .toList();
    }

    @FaultAt("rows")
    @AssertTrue(message = "must have at most 5000 cells, with the empty ones at the end of short rows")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isOfAModestSize() {
        return rows.size() * rows.stream().mapToInt(List::size).max().orElse(0) <= MOST_CELLS;
    }

    private TableText table() {
        return new TableText(caption, headerRows, alignment, rows);
    }

    @Override
    public void html(StringBuilder out) {
        table().html(out);
    }

    @Override
    public void markdown(StringBuilder out, boolean otherMarker) {
        table().markdown(out);
    }

    @Override
    public void text(StringBuilder out) {
        table().text(out);
    }
}
