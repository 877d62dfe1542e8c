package dev.dateline.content;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a table in every format. */
final class TableText {

    private final TableBlock table;

    TableText(TableBlock table) {
        this.table = table;
    }

    void html(StringBuilder out) {
        out.append("<table>");
        if (table.caption() != null) {
            out.append("<caption>").append(InlineHtml.escaped(table.caption())).append("</caption>");
        }
        int headers = Math.min(table.headerRows(), table.rows().size());
        part(out, "thead", "th", 0, headers);
        part(out, "tbody", "td", headers, table.rows().size());
        out.append("</table>");
    }

    private void part(StringBuilder out, String element, String cell, int from, int to) {
        if (from == to) {
            return;
        }
        out.append('<').append(element).append('>');
        for (int row = from; row < to; row++) {
            out.append("<tr>");
            for (int column = 0; column < table.columns(); column++) {
                out.append('<').append(cell);
                if (table.alignment(column) != TableBlock.Alignment.START) {
                    out.append(" style=\"text-align: ")
                            .append(table.alignment(column).name().toLowerCase(Locale.ROOT))
                            .append('"');
                }
                out.append('>').append(table.cell(row, column));
                out.append("</").append(cell).append('>');
            }
            out.append("</tr>");
        }
        out.append("</").append(element).append('>');
    }

    /** As GitHub's dialect has it (GFM 4.10): one row of headers, which may be empty. Elsewhere it reads as lines of text. */
    void markdown(StringBuilder out) {
        if (table.caption() != null) {
            out.append(InlineMarkdown.of(table.caption(), Set.of(InlineRun.Mark.STRONG)))
                    .append("\n\n");
        }
        boolean hasHeaders = table.headerRows() > 0;
        out.append(hasHeaders ? line(0) : "|" + " |".repeat(table.columns()));
        out.append("\n|");
        for (int column = 0; column < table.columns(); column++) {
            out.append(
                    switch (table.alignment(column)) {
                        case START -> " --- |";
                        case CENTER -> " :-: |";
                        case END -> " --: |";
                    });
        }
        for (int row = hasHeaders ? 1 : 0; row < table.rows().size(); row++) {
            out.append('\n').append(line(row));
        }
    }

    private String line(int row) {
        return IntStream.range(0, table.columns())
                .mapToObj(column -> InlineMarkdown.line(table.cell(row, column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    void text(StringBuilder out) {
        if (table.caption() != null) {
            out.append(table.caption()).append('\n');
        }
        out.append(IntStream.range(0, table.rows().size())
                .mapToObj(row -> IntStream.range(0, table.columns())
                        .mapToObj(
                                column -> InlineText.of(table.cell(row, column)).replace('\n', ' '))
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n")));
    }
}
