package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.HeadingBlock;
import dev.dateline.content.ListBlock;
import dev.dateline.content.ParagraphBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/** The words of blocks, where a block of their own has no place: in a cell, in an item, in a quote. */
final class Texts {

    /** As much as goes into one paragraph with others. */
    static final int MAX_JOINED = 15_000;

    private Texts() {}

    /** The inline HTML of a block that is nothing but words. */
    static Optional<String> of(Block block) {
        if (block instanceof ParagraphBlock paragraph) {
            return Optional.of(paragraph.html());
        } else if (block instanceof HeadingBlock heading) {
            return Optional.of("<strong>" + heading.html() + "</strong>");
        }
        return Optional.empty();
    }

    /** The same, and a list as lines; those of a numbered one keep their numbers. */
    static Optional<String> ofLines(Block block) {
        return block instanceof ListBlock list ? Optional.of(lines(list)) : of(block);
    }

    private static String lines(ListBlock list) {
        List<String> lines = new ArrayList<>();
        int number = list.start() == null ? 1 : list.start();
        for (String item : list.items()) {
            lines.add((list.ordered() ? number++ + ". " : "– ") + item);
        }
        return String.join("<br>", lines);
    }

    /** Joins as many as go together into one text. */
    static List<String> joined(List<String> texts, String separator) {
        List<String> joined = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String text : texts) {
            if (!current.isEmpty() && current.length() + text.length() > MAX_JOINED) {
                joined.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : separator).append(text);
        }
        if (!current.isEmpty()) {
            joined.add(current.toString());
        }
        return joined;
    }

    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }
}
