package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Cells that reach over several columns or rows: the places that they cover stay empty, so that the others keep their columns. */
final class CellSpans {

    private final int mostColumns;
    private Map<Integer, Integer> covered = new HashMap<>();
    private Map<Integer, Integer> next = new HashMap<>();

    CellSpans(int mostColumns) {
        this.mostColumns = mostColumns;
    }

    /** Leaves the places free that cells of rows above cover. */
    void before(List<List<Block>> cells) {
        for (int column = cells.size(); covered.containsKey(column) && column < mostColumns; column++) {
            int rows = covered.get(column);
            if (rows > 1) {
                next.put(column, rows - 1);
            }
            cells.add(List.of());
        }
    }

    void add(Element cell, List<Block> content, List<List<Block>> cells) {
        int columns = number(cell.attr("colspan"));
        int rows = number(cell.attr("rowspan"));
        int first = cells.size();
        cells.add(content);
        while (cells.size() < Math.min(first + columns, mostColumns)) {
            cells.add(List.of());
        }
        for (int column = first; rows > 1 && column < cells.size(); column++) {
            next.put(column, rows - 1);
        }
    }

    /** At the end of a row. */
    void end(List<List<Block>> cells) {
        before(cells);
        covered.forEach((column, rows) -> {
            if (column > cells.size() && rows > 1) {
                next.putIfAbsent(column, rows - 1);
            }
        });
        covered = next;
        next = new HashMap<>();
    }

    void forget() {
        covered = new HashMap<>();
        next = new HashMap<>();
    }

    private static int number(String text) {
        return text.strip().matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text.strip()) : 1;
    }
}
