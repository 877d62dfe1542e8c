package dev.dateline.exchange.html;

import dev.dateline.content.TableAlignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** How the columns of a table are aligned: as the first of their cells that says so. */
final class ColumnAlignments {

    private static final Pattern STYLE = Pattern.compile("text-align\\s*:\\s*(left|start|center|right|end)");
    private static final Pattern CLASS = Pattern.compile("\\bhas-text-align-(left|center|right)\\b");

    private final Map<Integer, TableAlignment> columns = new HashMap<>();

    void read(Element cell, int column) {
        of(cell).ifPresent(alignment -> columns.putIfAbsent(column, alignment));
    }

    private static Optional<TableAlignment> of(Element cell) {
        Matcher style = STYLE.matcher(cell.attr("style").toLowerCase(Locale.ROOT));
        Matcher byClass = CLASS.matcher(cell.className());
        String said = style.find()
                ? style.group(1)
                : byClass.find() ? byClass.group(1) : cell.attr("align").toLowerCase(Locale.ROOT);
        return switch (said) {
            case "left", "start" -> Optional.of(TableAlignment.START);
            case "center" -> Optional.of(TableAlignment.CENTER);
            case "right", "end" -> Optional.of(TableAlignment.END);
            default -> Optional.empty();
        };
    }

    /** From the first column to the last that is not as all are. */
    List<TableAlignment> upTo(int width) {
        List<TableAlignment> alignments = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            alignments.add(columns.getOrDefault(column, TableAlignment.START));
        }
        while (!alignments.isEmpty() && alignments.get(alignments.size() - 1) == TableAlignment.START) {
            alignments.remove(alignments.size() - 1);
        }
        return List.copyOf(alignments);
    }

    void forget() {
        columns.clear();
    }
}
