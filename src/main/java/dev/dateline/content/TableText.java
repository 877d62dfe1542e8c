package dev.dateline.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a table in every format. */
record TableText(@Nullable String caption, int headerRows, List<TableAlignment> alignment, List<List<String>> rows) {

    private int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private TableAlignment alignment(int column) {
        return column < alignment.size() ? alignment.get(column) : TableAlignment.START;
    }

    /** An empty cell where the row is shorter. */
    private String cell(int row, int column) {
        return column < rows.get(row).size() ? rows.get(row).get(column) : "";
    }

    void html(StringBuilder out) {
        out.append("<table>");
        if (caption != null) {
            out.append("<caption>").append(InlineHtml.escaped(caption)).append("</caption>");
        }
        int headers = Math.min(headerRows, rows.size());
        int columns = columns();
        part(out, columns, "thead", "th", 0, headers);
        part(out, columns, "tbody", "td", headers, rows.size());
        out.append("</table>");
    }

    private void part(StringBuilder out, int columns, String element, String cell, int from, int to) {
        if (from == to) {
            return;
        }
        out.append('<').append(element).append('>');
        for (int row = from; row < to; row++) {
            out.append("<tr>");
            for (int column = 0; column < columns; column++) {
                out.append('<').append(cell);
                if (alignment(column) != TableAlignment.START) {
                    out.append(" style=\"text-align: ")
                            .append(alignment(column).name().toLowerCase(Locale.ROOT))
                            .append('"');
                }
                out.append('>').append(cell(row, column));
                out.append("</").append(cell).append('>');
            }
            out.append("</tr>");
        }
        out.append("</").append(element).append('>');
    }

    /** As GitHub's dialect has it (GFM 4.10): one row of headers, which may be empty. Elsewhere it reads as lines of text. */
    void markdown(StringBuilder out) {
        if (caption != null) {
            out.append(InlineMarkdown.of(caption, Set.of(InlineRun.Mark.STRONG)))
                    .append("\n\n");
        }
        int columns = columns();
        boolean hasHeaders = headerRows > 0;
        out.append(hasHeaders ? line(0, columns) : "|" + " |".repeat(columns));
        out.append("\n|");
        for (int column = 0; column < columns; column++) {
            out.append(
                    switch (alignment(column)) {
                        case START -> " --- |";
                        case CENTER -> " :-: |";
                        case END -> " --: |";
                    });
        }
        for (int row = hasHeaders ? 1 : 0; row < rows.size(); row++) {
            out.append('\n').append(line(row, columns));
        }
    }

    /** A bar in code would end the cell; behind a backslash it is taken for one before the code is read. */
    private String line(int row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> InlineMarkdown.line(cell(row, column)).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    void text(StringBuilder out) {
        if (caption != null) {
            out.append(caption).append('\n');
        }
        int columns = columns();
        out.append(IntStream.range(0, rows.size())
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> InlineText.of(cell(row, column)).replace('\n', ' '))
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n")));
    }
}
