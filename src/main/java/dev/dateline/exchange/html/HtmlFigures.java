package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.ParagraphBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A figure: one picture or clip with its caption, or several with a caption below. */
final class HtmlFigures {

    private static final int MAX_CAPTION = 2000;
    private static final int MAX_TITLE = 300;

    private final HtmlMedia media;
    private final HtmlNotes notes;

    HtmlFigures(HtmlMedia media, HtmlNotes notes) {
        this.media = media;
        this.notes = notes;
    }

    List<Block> figure(Element figure, Function<List<Node>, List<Block>> inside) {
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

    /** The block with its caption, or nothing when the caption does not fit. */
    private Optional<Block> titled(Block block, List<Block> captions) {
        if (captions.isEmpty()) {
            return Optional.of(block);
        }
        if (captions.stream().anyMatch(caption -> !(caption instanceof ParagraphBlock))) {
            return Optional.empty();
        }
        String html = String.join(
                " ",
                captions.stream().flatMap(caption -> Texts.of(caption).stream()).toList());
        String caption = Texts.plain(html.replace("<br>", " "));
        if (block instanceof ImageBlock image && caption.length() <= MAX_CAPTION) {
            plainNotes(html);
            return Optional.of(new ImageBlock(image.image().withCaption(caption)));
        }
        if (block instanceof EmbedBlock embed && caption.length() <= MAX_TITLE && embed.title() == null) {
            plainNotes(html);
            return Optional.of(new EmbedBlock(embed.url(), embed.provider(), caption, embed.author(), embed.text()));
        }
        return Optional.empty();
    }

    /** A caption is plain text: what its markup said is noted. */
    private void plainNotes(String html) {
        if (html.indexOf('<') < 0) {
            return;
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        notes.titles(body);
        body.select("a[href]").forEach(link -> notes.address("a link in a caption", link.attr("href")));
        List<String> names = body.select("*").stream()
                .map(Element::normalName)
                .filter(name -> !name.matches("body|a|br"))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            notes.add("markup in a caption became plain text: " + String.join(", ", names));
        }
    }
}
