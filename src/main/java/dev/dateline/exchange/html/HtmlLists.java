package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.ListBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * A list as one block, or as several where something that is not text stands between its items; the numbers go on. A list
 * within a list becomes lines of its item; one far within becomes a list of its own.
 */
final class HtmlLists {

    private static final int MAX_ITEMS = 200;
    private static final int MAX_START = 100_000;
    private static final int MAX_LINES_DEEP = 3;

    private final Function<List<Node>, List<Block>> inside;
    private final HtmlNotes notes;
    private final boolean ordered;
    private final boolean isDeep;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private int next;

    private HtmlLists(Element list, int depth, Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        this.inside = inside;
        this.notes = notes;
        this.ordered = list.normalName().equals("ol");
        this.isDeep = depth > MAX_LINES_DEEP;
        String start = list.attr("start").strip();
        this.next = start.matches("[0-9]{1,5}") ? Integer.parseInt(start) : 1;
        if (!start.isEmpty() && !start.matches("[0-9]{1,5}")) {
            notes.add("a list that begins with " + start + " begins with 1 here");
        }
    }

    /** @param depth in how many lists it stands, itself included */
    static List<Block> list(Element list, int depth, Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        HtmlLists reader = new HtmlLists(list, depth, inside, notes);
        List<Node> loose = new ArrayList<>();
        for (Node child : list.childNodes()) {
            if (child instanceof Element item && item.normalName().equals("li")) {
                reader.item(loose);
                loose.clear();
                notes.attributes(item);
                reader.item(item.childNodes());
            } else {
                loose.add(child);
            }
        }
        reader.item(loose);
        reader.flush();
        return reader.blocks;
    }

    private void item(List<Node> nodes) {
        List<String> lines = new ArrayList<>();
        for (Block block : inside.apply(nodes)) {
            Optional<String> line = isDeep ? Texts.of(block) : Texts.ofLines(block);
            if (block instanceof ListBlock) {
                notes.add("a list within a list became lines of its item, or a list of its own");
            }
            if (line.isPresent()) {
                lines.add(line.get());
            } else {
                add(lines);
                lines.clear();
                flush();
                blocks.add(block);
            }
        }
        add(lines);
    }

    private void add(List<String> lines) {
        items.addAll(Texts.joined(lines, "<br>"));
    }

    private void flush() {
        for (int from = 0; from < items.size(); from += MAX_ITEMS) {
            List<String> part = items.subList(from, Math.min(items.size(), from + MAX_ITEMS));
            blocks.add(new ListBlock(ordered, List.copyOf(part), start()));
            next += part.size();
        }
        items.clear();
    }

    private @Nullable Integer start() {
        return ordered && next != 1 && next <= MAX_START ? next : null;
    }
}
