package dev.dateline.exchange.html;

import dev.dateline.content.Attribution;
import dev.dateline.content.AudioBlock;
import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.GalleryBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.QuoteBlock;
import dev.dateline.content.VideoBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A figure: one picture or clip with its caption, or several with a caption below. */
final class HtmlFigures {

    private static final Set<String> GALLERIES = Set.of("gallery", "wp-block-gallery", "blocks-gallery-grid");
    private static final int MAX_CAPTION = 2000;
    private static final int MAX_TITLE = 300;
    private static final int MAX_PERSON = 200;
    private static final int MAX_IMAGES = 200;

    private final HtmlMedia media;
    private final HtmlNotes notes;

    HtmlFigures(HtmlMedia media, HtmlNotes notes) {
        this.media = media;
        this.notes = notes;
    }

    /** Those that WordPress makes of other elements, too. */
    static boolean isFigure(Element element) {
        return switch (element.normalName()) {
            case "figure" -> true;
            case "div", "ul", "dl" -> element.hasClass("wp-caption") || isGallery(element);
            default -> false;
        };
    }

    private static boolean isGallery(Element element) {
        return element.classNames().stream().anyMatch(GALLERIES::contains)
                && element.selectFirst(".gallery-item, .blocks-gallery-item") != null;
    }

    /** What WordPress shows as a figure becomes one. */
    private static void standardise(Element figure) {
        figure.select(".gallery-item, .blocks-gallery-item").tagName("figure");
        figure.select(".gallery-icon").tagName("div");
        figure.select(".wp-caption-text, .gallery-caption, .blocks-gallery-caption, .blocks-gallery-item__caption")
                .tagName("figcaption");
    }

    List<Block> figure(Element figure, Function<List<Node>, List<Block>> inside) {
        standardise(figure);
        List<Node> content = new ArrayList<>();
        List<Block> captions = new ArrayList<>();
        for (Node child : figure.childNodes()) {
            if (child instanceof Element element && element.normalName().equals("figcaption")) {
                captions.addAll(inside.apply(element.childNodes()));
            } else {
                content.add(child);
            }
        }
        List<Block> blocks = new ArrayList<>(
                inside.apply(content).stream().map(media::embedded).toList());
        Optional<Block> gallery = gallery(blocks, captions);
        if (gallery.isPresent()) {
            return List.of(gallery.get());
        }
        boolean captioned = !captions.isEmpty();
        if (!captioned && blocks.size() > 1 && blocks.get(0) instanceof ImageBlock) {
            captions.addAll(blocks.subList(1, blocks.size()));
            blocks = new ArrayList<>(blocks.subList(0, 1));
        }
        Optional<Block> titled = blocks.size() == 1 ? titled(blocks.get(0), captions) : Optional.empty();
        if (titled.isPresent()) {
            return List.of(titled.get());
        }
        blocks.addAll(captions);
        return blocks;
    }

    /** Several pictures and nothing else, with what is said of all of them. */
    private Optional<Block> gallery(List<Block> blocks, List<Block> captions) {
        List<Image> images = blocks.stream()
                .filter(ImageBlock.class::isInstance)
                .map(block -> ((ImageBlock) block).image())
                .toList();
        if (images.size() < 2 || images.size() < blocks.size() || images.size() > MAX_IMAGES) {
            return Optional.empty();
        }
        String html = words(captions).orElse("");
        String title = Texts.plain(html);
        if (title.length() > MAX_TITLE || (title.isEmpty() && !captions.isEmpty())) {
            return Optional.empty();
        }
        notes.captionMarkup(html);
        return Optional.of(new GalleryBlock(title.isEmpty() ? null : title, images));
    }

    /** The words of captions; nothing when there is more to them. */
    private static Optional<String> words(List<Block> captions) {
        return captions.stream().allMatch(ParagraphBlock.class::isInstance)
                ? Optional.of(String.join(
                        " ",
                        captions.stream()
                                .flatMap(caption -> Texts.of(caption).stream())
                                .toList()))
                : Optional.empty();
    }

    /** The block with its caption, or nothing when the caption does not fit. */
    private Optional<Block> titled(Block block, List<Block> captions) {
        if (captions.isEmpty()) {
            return Optional.of(block);
        }
        Optional<String> words = words(captions);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String html = words.get();
        String caption = Texts.plain(html.replace("<br>", " "));
        if (block instanceof QuoteBlock quote && quote.attribution() == null && caption.length() <= MAX_PERSON) {
            notes.captionMarkup(html);
            return Optional.of(new QuoteBlock(quote.html(), new Attribution(caption, null, null)));
        }
        if (block instanceof ImageBlock image && image.image().caption() == null && caption.length() <= MAX_CAPTION) {
            notes.captionMarkup(html);
            return Optional.of(new ImageBlock(image.image().withCaption(caption)));
        }
        if (block instanceof VideoBlock video && video.caption() == null && caption.length() <= MAX_CAPTION) {
            notes.captionMarkup(html);
            return Optional.of(video.withCaption(caption));
        }
        if (block instanceof AudioBlock audio && audio.caption() == null && caption.length() <= MAX_CAPTION) {
            notes.captionMarkup(html);
            return Optional.of(audio.withCaption(caption));
        }
        if (block instanceof EmbedBlock embed && caption.length() <= MAX_TITLE && embed.title() == null) {
            notes.captionMarkup(html);
            return Optional.of(embed.withTitle(caption));
        }
        return Optional.empty();
    }
}
