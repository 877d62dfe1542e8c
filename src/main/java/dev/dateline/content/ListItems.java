package dev.dateline.content;

import java.util.List;
import java.util.function.IntFunction;

/** Writes items with their markers, a line each. The further lines of an item stand below its first. */
final class ListItems {

    private ListItems() {}

    static void html(StringBuilder out, List<String> items) {
        items.forEach(item -> out.append("<li>").append(item).append("</li>"));
    }

    /** Markdown or plain text, whichever the items are. */
    static void lines(StringBuilder out, List<String> items, IntFunction<String> marker) {
        for (int i = 0; i < items.size(); i++) {
            String mark = marker.apply(i);
            out.append(i == 0 ? "" : "\n").append(mark);
            out.append(items.get(i).replace("\n", "\n" + " ".repeat(mark.length())));
        }
    }
}
