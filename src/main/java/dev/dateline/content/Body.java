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
            int before = out.length();
            out.append(before == 0 ? "" : separator);
            int begin = out.length();
            writer.accept(block, out);
            if (out.length() == begin) {
                out.setLength(before); // a picture without words leaves no empty lines
            }
        }
        return out.toString();
    }
}
