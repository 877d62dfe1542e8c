package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.HeadingBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A heading of one of the three levels that a body has. What is more than words in it follows it. */
final class HtmlHeadings {

    private static final int HIGHEST = 2;
    private static final int LOWEST = 4;

    private HtmlHeadings() {}

    static List<Block> heading(Element element, Function<List<Node>, List<Block>> inside, HtmlNotes notes) {
        int level = element.normalName().charAt(1) - '0';
        int here = Math.max(HIGHEST, Math.min(LOWEST, level));
        if (level != here) {
            notes.add("a heading of level " + level + " became one of level " + here);
        }
        List<Block> content = inside.apply(element.childNodes());
        List<String> words =
                content.stream().flatMap(block -> Texts.of(block).stream()).toList();
        List<Block> blocks = new ArrayList<>();
        Texts.joined(words, "<br>").forEach(html -> blocks.add(new HeadingBlock(here, html)));
        content.stream().filter(block -> Texts.of(block).isEmpty()).forEach(blocks::add);
        return blocks;
    }
}
