package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.InlineHtml;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.TableBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A table. What is more than text in a cell follows the table as a block of its own. A row of one cell is layout, and stays what
 * is in it.
 */
final class HtmlTables {

    private static final int MAX_COLUMNS = 50;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_CELLS = 5_000;
    private static final int MAX_CAPTION = 1_000;

    private final Function<List<Node>, List<Block>> inside;
    private final HtmlNotes notes;
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Block> behind = new ArrayList<>();
    private final CellSpans spans = new CellSpans(MAX_COLUMNS);
    private final ColumnAlignments alignments = new ColumnAlignments();
    private int headers;
    private String caption = "";

    private HtmlTables(Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        this.inside = inside;
        this.notes = notes;
    }

    static List<Block> table(Element table, Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        HtmlTables reader = new HtmlTables(inside, notes);
        reader.parts(table);
        reader.flush();
        return reader.blocks;
    }

    private void parts(Element parent) {
        for (Node node : parent.childNodes()) {
            if (!(node instanceof Element part)) {
                between(node);
                continue;
            }
            notes.attributes(part);
            switch (part.normalName()) {
                case "thead", "tbody", "tfoot" -> parts(part);
                case "tr" -> row(part);
                case "caption" -> caption(part);
                case "colgroup" -> part.children().forEach(notes::attributes);
                default -> between(part);
            }
        }
    }

    /** Words between the cells are shown by browsers, and read here, as if they stood beside them. */
    private void between(Node node) {
        List<Block> found = inside.apply(List.of(node));
        if (!found.isEmpty()) {
            flush();
            blocks.addAll(found);
        }
    }

    private void row(Element row) {
        List<List<Block>> cells = new ArrayList<>();
        for (Node node : row.childNodes()) {
            if (node instanceof Element cell && cell.normalName().matches("t[dh]")) {
                notes.attributes(cell);
                spans.before(cells);
                alignments.read(cell, cells.size());
                spans.add(cell, inside.apply(cell.childNodes()), cells);
            } else {
                Optional.of(inside.apply(List.of(node)))
                        .filter(found -> !found.isEmpty())
                        .ifPresent(cells::add);
            }
        }
        spans.end(cells);
        List<List<Block>> filled =
                cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        if (cells.size() == 1 && !isLine(filled.get(0))) {
            flush();
            blocks.addAll(filled.get(0));
            return;
        }
        List<String> texts = cells.stream().map(this::text).toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (headers == rows.size() && row.select("> td").isEmpty() && texts.size() > 1) {
            headers++;
        }
        rows.add(texts);
    }

    /** The words of a cell. */
    private String text(List<Block> cell) {
        List<String> lines = new ArrayList<>();
        for (Block block : cell) {
            Optional<String> text = Texts.ofLines(block);
            text.ifPresentOrElse(lines::add, () -> behind.add(block));
        }
        return String.join("<br>", lines);
    }

    private static boolean isLine(List<Block> cell) {
        return cell.size() == 1 && cell.get(0) instanceof ParagraphBlock;
    }

    /** One that is more than words becomes blocks before the table. */
    private void caption(Element element) {
        List<Block> inner = inside.apply(element.childNodes());
        String words =
                inner.size() == 1 ? Texts.of(inner.get(0)).map(Texts::plain).orElse("") : "";
        if (rows.isEmpty() && caption.isEmpty() && !words.isEmpty() && words.length() <= MAX_CAPTION) {
            notes.captionMarkup(Texts.of(inner.get(0)).orElse(""));
            caption = words;
        } else {
            flush();
            blocks.addAll(inner);
        }
    }

    /** Columns on the right that nothing is in: a cell may say that it reaches further than there are others. */
    private void trim() {
        int width = rows.stream()
                .mapToInt(row -> row.size()
                        - (int) reversed(row).takeWhile(String::isEmpty).count())
                .max()
                .orElse(0);
        rows.replaceAll(row -> row.subList(0, Math.min(row.size(), width)));
    }

    private static Stream<String> reversed(List<String> row) {
        return IntStream.range(0, row.size()).mapToObj(i -> row.get(row.size() - 1 - i));
    }

    private void flush() {
        trim();
        boolean isTable = rows.stream().anyMatch(row -> row.size() > 1);
        if (isTable && fits()) {
            blocks.add(new TableBlock(
                    caption.isEmpty() ? null : caption,
                    Math.min(10, headers),
                    alignments.upTo(width()),
                    List.copyOf(rows)));
        } else {
            if (!caption.isEmpty()) {
                blocks.add(new ParagraphBlock(InlineHtml.escapedText(caption)));
            }
            lines(isTable);
        }
        if (isTable && !behind.isEmpty()) {
            notes.add("what stood in cells of a table and is no text follows the table: " + behind.size());
        }
        blocks.addAll(behind);
        behind.clear();
        spans.forget();
        alignments.forget();
        rows.clear();
        headers = 0;
        caption = "";
    }

    private int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private boolean fits() {
        return rows.size() <= MAX_ROWS
                && rows.stream().allMatch(row -> row.size() <= MAX_COLUMNS)
                && rows.size() * width() <= MAX_CELLS
                && rows.stream().flatMap(List::stream).allMatch(cell -> cell.length() <= InlineHtml.MAX_LENGTH);
    }

    private void lines(boolean isTable) {
        if (isTable) {
            notes.add("a table became lines of text, because it is too large for one");
        } else if (rows.size() > 1) {
            notes.add("a table of one column became lines of text");
        }
        List<String> lines =
                rows.stream().flatMap(row -> Texts.joined(row, " | ").stream()).toList();
        Texts.joined(lines, "<br>").forEach(html -> blocks.add(new ParagraphBlock(html)));
    }
}
