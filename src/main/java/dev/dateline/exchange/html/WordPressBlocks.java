package dev.dateline.exchange.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.Block;
import dev.dateline.content.DividerBlock;
import dev.dateline.content.GalleryBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.PlainText;
import dev.dateline.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What WordPress keeps in comments: blocks that it makes itself when a page is shown, and ends of pages. */
final class WordPressBlocks {

    private static final int MAX_GALLERY = 200;
    private static final int MAX_SETTINGS = 100_000;

    private static final Pattern BLOCK = Pattern.compile("^wp:([a-z0-9/-]+)\\s+(\\{.*})$", Pattern.DOTALL);

    private static final Pattern MADE = Pattern.compile("^\\s*wp:([a-z0-9/-]+)(.*)/\\s*$", Pattern.DOTALL);
    /** A cover may have its picture as a background, which only its settings name. */
    private static final Pattern COVER =
            Pattern.compile("^\\s*wp:(?:cover|media-text)\\s+(\\{.*})\\s*$", Pattern.DOTALL);

    private static final Set<String> EMPTY =
            Set.of("spacer", "separator", "more", "nextpage", "paragraph", "post-content");

    private final HtmlContext context;
    private final HtmlNotes notes;

    WordPressBlocks(HtmlContext context, HtmlNotes notes) {
        this.context = context;
        this.notes = notes;
    }

    List<WordPressPart> read(String comment) {
        if (comment.strip().equals("nextpage")) {
            return List.of(WordPressPart.of(List.of(new DividerBlock())));
        }
        if (comment.startsWith("more ")) {
            notes.text("what a link to the rest of the article says", comment.substring(5));
            return List.of();
        }
        Matcher cover = COVER.matcher(comment);
        if (cover.matches()) {
            return background(attributes(cover.group(1)));
        }
        Matcher made = MADE.matcher(comment);
        if (!made.matches()) {
            other(comment.strip());
            return List.of();
        } else if (EMPTY.contains(made.group(1))) {
            return List.of();
        }
        JsonNode attributes = attributes(made.group(2));
        return switch (made.group(1)) {
            case "footnotes" -> List.of(new WordPressPart(WordPressPart.Kind.FOOTNOTES, List.of(), ""));
            case "block" -> pattern(attributes);
            case "gallery" -> List.of(WordPressPart.of(gallery("gallery", ids(attributes))));
            default -> {
                notes.add("the block “" + made.group(1) + "” is made by WordPress itself and was left out: "
                        + PlainText.cut(made.group(2).strip(), MAX_SETTINGS));
                yield List.of();
            }
        };
    }

    private static List<WordPressPart> background(JsonNode attributes) {
        String url = attributes.path("url").asText();
        boolean isBackground = attributes.path("hasParallax").asBoolean()
                || attributes.path("isRepeated").asBoolean();
        if (!isBackground || !Addresses.isWeb(url)) {
            return List.of();
        }
        String alt = attributes.path("alt").asText();
        Image image = Image.at(url, alt.isEmpty() ? null : PlainText.cut(alt, 1000), null);
        return List.of(WordPressPart.of(List.of(new ImageBlock(image))));
    }

    private static JsonNode attributes(String text) {
        try {
            return Json.MAPPER.readTree(text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static String ids(JsonNode attributes) {
        List<String> ids = new ArrayList<>();
        attributes.path("ids").forEach(id -> ids.add(id.asText()));
        return String.join(",", ids);
    }

    /** A block whose HTML follows, or no block at all. */
    private void other(String comment) {
        Matcher block = BLOCK.matcher(comment);
        if (block.matches()) {
            BlockSettings.of(attributes(block.group(2))).note(block.group(1), notes);
        } else if (!comment.matches("/wp:[a-z0-9/-]+|wp:[a-z0-9/-]+|more|noteaser")) {
            notes.text("a comment", comment);
        }
    }

    private List<WordPressPart> pattern(JsonNode attributes) {
        String number = attributes.path("ref").asText();
        if (!attributes.path("content").isMissingNode()) {
            notes.text(
                    "what this page alone says in the shared block " + number,
                    attributes.path("content").toString());
        }
        Optional<String> html = context.patterns().apply(number);
        if (html.isEmpty()) {
            notes.add("the shared block " + number + " is not in the export and was left out");
            return List.of();
        }
        return List.of(new WordPressPart(WordPressPart.Kind.HTML, List.of(), html.get()));
    }

    /** Pictures by their numbers with commas between; all that belong to the document when none is named. */
    List<Block> gallery(String name, String numbers) {
        if (numbers.isBlank()) {
            if (context.attached().isEmpty()) {
                notes.add("the shortcode [" + name + "] names no picture and was left out");
            }
            return together(context.attached());
        }
        List<Image> pictures = new ArrayList<>();
        for (String number : numbers.split(",", -1)) {
            Optional<Image> picture = context.pictures().apply(number.strip());
            picture.ifPresent(pictures::add);
            if (picture.isEmpty() && !number.isBlank()) {
                notes.add("the " + name + " shows number " + number.strip() + ", which is no picture in the export");
            }
        }
        return together(pictures);
    }

    private static List<Block> together(List<Image> pictures) {
        return pictures.size() < 2 || pictures.size() > MAX_GALLERY
                ? pictures.stream().map(image -> (Block) new ImageBlock(image)).toList()
                : List.of(new GalleryBlock(null, pictures));
    }
}
