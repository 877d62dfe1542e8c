package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Makes blocks of pictures and of what is embedded. */
final class HtmlMedia {

    private static final int MAX_ALT = 1000;
    private static final int MAX_TITLE = 300;

    /** Where scripts that load pictures late find them; what is in {@code src} meanwhile is a placeholder. */
    private static final List<String> LATE = List.of("data-src", "data-lazy-src", "data-original");

    private final HtmlNotes notes;

    HtmlMedia(HtmlNotes notes) {
        this.notes = notes;
    }

    Optional<Block> image(Element element) {
        List<String> found = new ArrayList<>();
        for (String attribute : LATE) {
            collect(element, attribute, found);
        }
        collect(element, "src", found);
        if (found.isEmpty()) {
            SourceSet.largest(element).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            notes.text("an image without an address", element.attr("alt"));
            return Optional.empty();
        }
        String url = found.get(0);
        found.stream()
                .filter(other -> !other.equals(url))
                .forEach(other -> notes.address("another address of an image", other));
        String alt = element.attr("alt").strip();
        if (alt.length() > MAX_ALT) {
            notes.text("the end of an image's description", alt);
        }
        String described = alt.isEmpty() ? null : PlainText.cut(alt, MAX_ALT);
        return Optional.of(new ImageBlock(Image.at(url, described, null)
                .withWidth(dimension(element.attr("width")))
                .withHeight(dimension(element.attr("height")))));
    }

    private void collect(Element element, String attribute, List<String> found) {
        Addresses.web(element, attribute).ifPresentOrElse(found::add, () -> {
            if (element.hasAttr(attribute)) {
                notes.address("<" + element.normalName() + "> without a web address", element.attr(attribute));
            }
        });
    }

    @SuppressWarnings("NullAway") // an image may lack its size
    private static Integer dimension(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(text) : null;
    }

    /** A frame, a video or a sound: its own address, or that of the first of its sources. */
    Optional<Block> embed(Element element) {
        List<String> found = new ArrayList<>();
        for (String attribute : List.of("src", "data-src", "data-lazy-src", "data")) {
            collect(element, attribute, found);
        }
        for (Element inner : element.select("source, track, embed")) {
            collect(inner, "src", found);
        }
        if (element.hasAttr("poster")) {
            notes.address("the still picture of a video", element.attr("poster"));
        }
        String fallback = element.text();
        if (!fallback.isBlank()) {
            notes.text("what <" + element.normalName() + "> shows where it cannot be played", fallback);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.stream()
                .distinct()
                .skip(1)
                .forEach(other -> notes.address("another address of <" + element.normalName() + ">", other));
        return Optional.of(embed(found.get(0), element.attr("title").strip()));
    }

    /** A paragraph that is nothing but an address is what lies there. */
    Block embedded(Block block) {
        return block instanceof ParagraphBlock paragraph
                        && paragraph.html().startsWith("http")
                        && Addresses.isWeb(paragraph.html())
                ? embed(paragraph.html().replace("&amp;", "&"), "")
                : block;
    }

    /** Whether two blocks are the same picture or the same embed, however they are described. */
    static boolean showSame(Block one, Block other) {
        if (one instanceof ImageBlock image && other instanceof ImageBlock second) {
            return Objects.equals(image.image().url(), second.image().url());
        }
        return one instanceof EmbedBlock embed
                && other instanceof EmbedBlock second
                && embed.url().equals(second.url());
    }

    Block embed(String url, String title) {
        return embed(url, title, "", "");
    }

    /** What somebody posted elsewhere. */
    Block embed(String url, String title, String author, String text) {
        return new EmbedBlock(
                url, null, titled(title), titled(author), text.isBlank() ? null : PlainText.cut(text, 10_000));
    }

    @SuppressWarnings("NullAway") // an embed may lack a title
    private String titled(String title) {
        if (title.length() > MAX_TITLE) {
            notes.text("the end of a title", title);
        }
        return title.isEmpty() ? null : PlainText.cut(title, MAX_TITLE);
    }
}
