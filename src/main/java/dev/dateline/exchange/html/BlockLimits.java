package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.ParagraphBlock;
import java.util.ArrayList;
import java.util.List;

/** An article has at most so many blocks; in a longer one, paragraphs that follow each other become one. */
final class BlockLimits {

    private static final int MAX_BLOCKS = 1000;

    private BlockLimits() {}

    static List<Block> fitted(List<Block> blocks, HtmlNotes notes) {
        if (blocks.size() <= MAX_BLOCKS) {
            return blocks;
        }
        notes.add("there were " + blocks.size() + " blocks; paragraphs that followed each other became one");
        List<Block> fitted = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof ParagraphBlock paragraph) {
                words.add(paragraph.html());
            } else {
                join(words, fitted);
                fitted.add(block);
            }
        }
        join(words, fitted);
        return fitted;
    }

    private static void join(List<String> words, List<Block> blocks) {
        Texts.joined(words, "<br><br>").forEach(html -> blocks.add(new ParagraphBlock(html)));
        words.clear();
    }
}
