package dev.dateline.exchange;

import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.WebAddress;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes blocks of pictures and of what is embedded. */
final class HtmlMedia {

    private final List<Block> blocks;
    private final Set<String> notes;

    HtmlMedia(List<Block> blocks, Set<String> notes) {
        this.blocks = blocks;
        this.notes = notes;
    }

    void image(Element image, @Nullable String caption) {
        String url = image.attr("src").strip();
        if (!url.matches(WebAddress.PATTERN) || url.length() > 2000) {
            notes.add("an image without an absolute http address was left out");
            return;
        }
        String alt = image.attr("alt").strip();
        blocks.add(new ImageBlock(new Image(
                url,
                dimension(image.attr("width")),
                dimension(image.attr("height")),
                alt.isEmpty() ? null : alt.substring(0, Math.min(alt.length(), 1000)),
                caption == null ? null : caption.substring(0, Math.min(caption.length(), 2000)),
                null,
                null,
                null)));
    }

    private static @Nullable Integer dimension(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(text) : null;
    }

    void embed(Element element) {
        Element source = element.selectFirst("source[src]");
        String url = element.hasAttr("src") || source == null ? element.attr("src") : source.attr("src");
        String absolute = url.startsWith("//") ? "https:" + url : url.strip();
        if (absolute.matches(WebAddress.PATTERN) && absolute.length() <= 2000) {
            embed(absolute, element.attr("title").strip());
        } else {
            notes.add("<" + element.normalName() + "> without an absolute http address was left out");
        }
    }

    void embed(String url, String title) {
        blocks.add(new EmbedBlock(
                url, null, title.isEmpty() ? null : title.substring(0, Math.min(title.length(), 300))));
    }
}
