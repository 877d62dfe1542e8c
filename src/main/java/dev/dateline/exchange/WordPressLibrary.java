package dev.dateline.exchange;

import dev.dateline.content.Image;
import dev.dateline.content.PlainText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a WordPress export need of each other: pictures, shared blocks, and how far the site's clock is from UTC.
 * It reads the file once beforehand, and keeps of it only addresses and descriptions.
 */
final class WordPressLibrary {

    private static final Pattern TYPE =
            Pattern.compile("post_type>\\s*(?:<!\\[CDATA\\[)?\\s*(attachment|wp_block|guest-author)\\b");
    private static final Pattern LOCAL = Pattern.compile("post_date>(?:<!\\[CDATA\\[)?([0-9: -]{19})");
    private static final Pattern UTC = Pattern.compile("post_date_gmt>(?:<!\\[CDATA\\[)?([0-9: -]{19})");
    private static final int MAX_PATTERN = 1 << 20;

    private final Map<String, Image> pictures = new HashMap<>();
    private final Map<String, List<String>> attached = new HashMap<>();
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, String> authors = new HashMap<>();
    private final TreeMap<LocalDateTime, ZoneOffset> clock = new TreeMap<>();

    static WordPressLibrary of(Path file) throws IOException {
        WordPressLibrary library = new WordPressLibrary();
        try (ImportFile input = ImportFile.open(file);
                WordPressChannel channel = new WordPressChannel(XmlText.of(input.content()))) {
            for (WordPressChild child = channel.next(); child != null; child = channel.next()) {
                if (child.name().equals("item") && child.text() != null) {
                    library.read(child.text(), channel.names());
                }
            }
        } catch (EOFException e) {
            return library; // compressed data that was cut off; said when its turn comes
        }
        return library;
    }

    private void read(String item, WordPressNames names) {
        observeClock(item);
        Matcher type = TYPE.matcher(item);
        if (!type.find()) {
            return;
        }
        try {
            WordPressElement element = WordPressXml.read(item, names).restored();
            if (type.group(1).equals("attachment")) {
                attachment(element);
            } else if (type.group(1).equals("guest-author")) {
                author(element);
            } else if (element.text("content:encoded").length() <= MAX_PATTERN) {
                patterns.put(element.text("post_id"), element.text("content:encoded"));
            }
        } catch (XMLStreamException e) {
            return; // said when its turn comes
        }
    }

    /** One who wrote with others, as Co-Authors Plus keeps them. */
    private void author(WordPressElement element) {
        String login = element.meta("cap-user_login").stream().findFirst().orElse("");
        String name = element.meta("cap-display_name").stream().findFirst().orElse(element.text("title"));
        authors.put(login.isEmpty() ? element.text("post_name").replaceFirst("^cap-", "") : login, name.strip());
    }

    /** The name that a guest author has in public. */
    Optional<String> author(String login) {
        return Optional.ofNullable(authors.get(login)).filter(name -> !name.isEmpty());
    }

    private void attachment(WordPressElement element) {
        String url = element.text("attachment_url").strip().replace(" ", "%20");
        if (!WordPressSite.isPicture(url)) {
            return;
        }
        String id = element.text("post_id");
        String alt =
                element.meta("_wp_attachment_image_alt").stream().findFirst().orElse("");
        pictures.put(id, Image.at(url, described(alt, 1000), described(element.text("excerpt:encoded"), 2000)));
        attached.computeIfAbsent(element.text("post_parent"), parent -> new ArrayList<>())
                .add(id);
    }

    private static @Nullable String described(String html, int limit) {
        String text = WordPressText.plain(html);
        return text.isEmpty() ? null : PlainText.cut(text, limit);
    }

    private void observeClock(String item) {
        Matcher local = LOCAL.matcher(item);
        Matcher utc = UTC.matcher(item);
        if (local.find() && utc.find()) {
            WordPressDates.parsed(local.group(1))
                    .ifPresent(there -> WordPressDates.parsed(utc.group(1)).ifPresent(here -> observe(there, here)));
        }
    }

    private void observe(LocalDateTime there, LocalDateTime here) {
        long seconds = Duration.between(here, there).toSeconds();
        if (Math.abs(seconds) > Duration.ofHours(18).toSeconds()) {
            return;
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) (seconds / 900 * 900));
        Map.Entry<LocalDateTime, ZoneOffset> before = clock.floorEntry(there);
        Map.Entry<LocalDateTime, ZoneOffset> after = clock.ceilingEntry(there);
        boolean known = before != null
                && before.getValue().equals(offset)
                && after != null
                && after.getValue().equals(offset);
        if (!known) {
            clock.put(there, offset);
        }
    }

    Optional<Image> picture(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    /** The pictures that were uploaded to a post. */
    List<Image> attachedTo(String id) {
        return attached.getOrDefault(id, List.of()).stream()
                .map(pictures::get)
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<String> pattern(String id) {
        return Optional.ofNullable(patterns.get(id));
    }

    /** How far the site's clock was from UTC at a time, by the nearest item that says both. */
    Optional<ZoneOffset> offsetAt(LocalDateTime time) {
        Map.Entry<LocalDateTime, ZoneOffset> before = clock.floorEntry(time);
        Map.Entry<LocalDateTime, ZoneOffset> nearest = before == null ? clock.ceilingEntry(time) : before;
        return Optional.ofNullable(nearest).map(Map.Entry::getValue);
    }
}
