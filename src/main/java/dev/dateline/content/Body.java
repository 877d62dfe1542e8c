package dev.dateline.content;

import java.util.List;
import java.util.function.BiConsumer;

/** A published body in each of its formats. */
public record Body(List<PublishedBlock> blocks) {

    public String html() {
        return joined("\n", PublishedBlock::html);
    }

    public String markdown() {
        StringBuilder out = new StringBuilder();
        boolean afterList = false;
        boolean otherMarker = false;
        for (PublishedBlock block : blocks) {
            out.append(out.isEmpty() ? "" : "\n\n");
            otherMarker = afterList && block.beginsWithList() && !otherMarker;
            block.markdown(out, otherMarker);
            afterList = block.endsInList();
        }
        return out.toString();
    }

    public String text() {
        return joined("\n\n", PublishedBlock::text);
    }

    /** The text without the headlines of other articles, for counting words. */
    public String ownText() {
        return new Body(blocks.stream()
                        .filter(block -> !(block instanceof RelatedLinksBlock))
                        .toList())
                .text();
    }

    private String joined(String separator, BiConsumer<PublishedBlock, StringBuilder> writer) {
        StringBuilder out = new StringBuilder();
        for (PublishedBlock block : blocks) {
            if (!out.isEmpty()) {
                out.append(separator);
            }
            writer.accept(block, out);
        }
        return out.toString();
    }
}
