package dev.dateline.exchange.html;

import dev.dateline.content.AudioBlock;
import dev.dateline.content.Block;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.Image;
import dev.dateline.content.ImageBlock;
import dev.dateline.content.LanguageTag;
import dev.dateline.content.MediaCaptions;
import dev.dateline.content.ParagraphBlock;
import dev.dateline.content.PlainText;
import dev.dateline.content.VideoBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** A frame or an object: its own address, or that of the first of its sources. */
    Optional<Block> embed(Element element) {
        if (element.normalName().matches("video|audio")) {
            return recording(element);
        }
        List<String> found = addresses(element);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        others(element, found);
        return Optional.of(embed(found.get(0), element.attr("title").strip()));
    }

    /** A video or a sound that a page plays itself. */
    private Optional<Block> recording(Element element) {
        String kind = element.normalName();
        List<String> posters = new ArrayList<>();
        collect(element, "poster", posters);
        List<MediaCaptions> captions = captions(element);
        List<String> found = addresses(element);
        captions.forEach(track -> found.remove(track.url()));
        if (found.isEmpty()) {
            posters.forEach(poster -> notes.address("the still picture of a video", poster));
            return Optional.empty();
        }
        others(element, found);
        String url = found.get(0);
        String title = titled(element.attr("title").strip());
        String mediaType = mediaType(element, kind, url);
        return Optional.of(
                kind.equals("video")
                        ? new VideoBlock(url, mediaType, title, null, poster(posters), null, null, null, captions)
                        : new AudioBlock(url, mediaType, title, null, null, null, null, captions));
    }

    private List<String> addresses(Element element) {
        List<String> found = new ArrayList<>();
        for (String attribute : List.of("src", "data-src", "data-lazy-src", "data")) {
            collect(element, attribute, found);
        }
        element.select("source, track, embed, param").forEach(inner -> inner(inner, found));
        element.children()
                .not("source, track, embed, param")
                .forEach(inner -> new LeftOut(notes).attributes(inner, "a player's substitute"));
        String fallback = LeftOut.words(element);
        if (!fallback.isBlank()) {
            notes.text("what <" + element.normalName() + "> shows where it cannot be played", fallback);
        }
        return found;
    }

    private void inner(Element inner, List<String> found) {
        switch (inner.normalName()) {
            case "param" ->
                Addresses.web(inner, "value")
                        .filter(address -> inner.attr("name").matches("(?i)movie|src|url|filename"))
                        .ifPresentOrElse(
                                found::add,
                                () -> notes.text("<param name=\"" + inner.attr("name") + "\">", inner.attr("value")));
            default -> {
                collect(inner, "src", found);
                notes.attributes(inner);
            }
        }
    }

    private void others(Element element, List<String> found) {
        found.stream()
                .distinct()
                .skip(1)
                .forEach(other -> notes.address("another address of <" + element.normalName() + ">", other));
    }

    private static List<MediaCaptions> captions(Element element) {
        return element.select("track[srclang][src]").stream()
                .filter(track -> track.attr("kind").matches("|captions|subtitles"))
                .flatMap(track -> Addresses.web(track, "src").stream()
                        .flatMap(url -> LanguageTag.Languages.canonicalIfAny(track.attr("srclang"))
                                .map(language -> new MediaCaptions(language, url))))
                .limit(50)
                .toList();
    }

    @SuppressWarnings("NullAway") // a video may lack a still picture
    private static Image poster(List<String> found) {
        return found.isEmpty() ? null : Image.at(found.get(0), null, null);
    }

    /** As the page says it, or as the file's name ends; what lies elsewhere is a page that plays it. */
    @SuppressWarnings("NullAway")
    private static String mediaType(Element element, String kind, String url) {
        String said = element.select("source[type]").stream()
                .filter(source -> Addresses.web(source, "src").equals(Optional.of(url)))
                .map(source -> source.attr("type"))
                .findFirst()
                .orElse("")
                .replaceAll(";.*", "")
                .strip();
        if (said.matches(kind + "/[A-Za-z0-9.+-]{1,50}")) {
            return said;
        }
        String end = url.replaceAll("[?#].*", "").replaceAll(".*[.]", "").toLowerCase(Locale.ROOT);
        return switch (end) {
            case "mp4", "webm", "ogv" -> kind + "/" + end.replace("ogv", "ogg");
            case "mp3" -> kind.equals("audio") ? "audio/mpeg" : null;
            case "m4a", "ogg", "wav", "flac", "opus" -> kind + "/" + end.replace("m4a", "mp4");
            default -> null;
        };
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
