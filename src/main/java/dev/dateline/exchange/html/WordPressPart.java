package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import java.util.List;

/** What a comment of WordPress stands for: blocks, the footnotes, or more HTML. */
record WordPressPart(Kind kind, List<Block> blocks, String html) {

    /** What it is. */
    enum Kind {
        BLOCKS,
        FOOTNOTES,
        HTML
    }

    static WordPressPart of(List<Block> blocks) {
        return new WordPressPart(Kind.BLOCKS, blocks, "");
    }
}
