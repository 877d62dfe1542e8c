package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.InlineHtml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes RSS 2.0, with the whole text in {@code content:encoded} and pictures as Media RSS. */
final class RssFeed {

    /** As RFC 5322 (section 3.3) has it; days of one digit get a zero, which every reader takes. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String MEDIA = "media:content";

    private final XmlDocument xml = new XmlDocument();

    private RssFeed() {}

    static String write(NewsFeed feed) {
        RssFeed rss = new RssFeed();
        rss.xml.element(
                "rss",
                () -> rss.xml.element("channel", () -> rss.channel(feed)),
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:media",
                "http://search.yahoo.com/mrss/");
        return rss.xml.finished();
    }

    private void channel(NewsFeed feed) {
        xml.text("title", feed.title());
        xml.text("link", feed.page());
        xml.text("description", InlineHtml.escaped(feed.description()));
        xml.text("language", feed.language() == null ? "" : feed.language());
        xml.text("lastBuildDate", time(feed.updated()));
        xml.text("generator", "Dateline");
        link("self", feed.self());
        link("next", feed.next());
        link("previous", feed.previous());
        link("hub", feed.hub());
        String logo = feed.site().path("logo").path("url").asText("");
        if (!logo.isEmpty()) {
            xml.element("image", () -> {
                xml.text("url", logo);
                xml.text("title", feed.title());
                xml.text("link", feed.page());
            });
        }
        feed.items().forEach(item -> xml.element("item", () -> item(item)));
    }

    private void link(String relation, @Nullable String address) {
        if (address != null) {
            xml.empty("atom:link", "rel", relation, "href", address);
        }
    }

    private static String time(String instant) {
        return TIME.format(Instant.parse(instant));
    }

    private void item(NewsItem item) {
        xml.text("title", item.headline());
        xml.text("link", item.url());
        xml.text("guid", item.id(), "isPermaLink", "false");
        xml.text("pubDate", time(item.published()));
        xml.text("atom:updated", item.updated());
        item.authors().forEach(author -> xml.text("dc:creator", author));
        xml.text("dc:language", item.text("language"));
        xml.text("dc:rights", item.json().path("rights").path("notice").asText(""));
        for (JsonNode tag : item.subjects()) {
            xml.text("category", tag.path("name").asText());
        }
        xml.text("description", InlineHtml.escaped(item.lead())); // readers take it for HTML
        xml.text("content:encoded", item.html());
        media(item);
    }

    /** Readers expect one enclosure: what can be heard or seen comes first. A length must stand in it; 0 says that it is not known. */
    private void media(NewsItem item) {
        String picture = item.image().path("url").asText("");
        List<Recording> recordings = item.recordings();
        if (!recordings.isEmpty()) {
            enclosure(recordings.get(0).url(), recordings.get(0).mediaType());
        } else if (!MediaType.of(picture).isEmpty()) {
            enclosure(picture, MediaType.of(picture));
        }
        if (!picture.isEmpty()) {
            picture(item.image(), picture);
        }
        for (Recording recording : recordings) {
            xml.empty(MEDIA, "url", recording.url(), "type", recording.mediaType(), "medium", recording.medium());
        }
    }

    private void enclosure(String url, String type) {
        xml.empty("enclosure", "url", url, "type", type, "length", "0");
    }

    private void picture(JsonNode image, String url) {
        xml.element(
                MEDIA,
                () -> {
                    xml.text("media:title", image.path("alt").asText(""));
                    xml.text("media:description", image.path("caption").asText(""));
                    xml.text("media:credit", image.path("credit").asText(""));
                },
                "url",
                url,
                "type",
                MediaType.of(url),
                "medium",
                "image",
                "width",
                image.path("width").asText(""),
                "height",
                image.path("height").asText(""));
    }
}
