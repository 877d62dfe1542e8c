package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Writes Atom (RFC 4287), with the text of each article whole. */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XmlDocument xml = new XmlDocument();

    private AtomFeed() {}

    static String write(NewsFeed feed) {
        AtomFeed atom = new AtomFeed();
        atom.feed(feed);
        return atom.xml.finished();
    }

    private void feed(NewsFeed feed) {
        String language = feed.language() == null ? "" : feed.language();
        xml.element(
                "feed",
                () -> {
                    xml.text("id", feed.id());
                    xml.text("title", feed.title());
                    xml.text("subtitle", feed.description());
                    xml.text("updated", feed.updated());
                    xml.element("author", () -> xml.text("name", feed.publisher()));
                    link("self", feed.self(), "application/atom+xml");
                    link("alternate", feed.page(), "");
                    link("next", feed.next(), "application/atom+xml");
                    link("previous", feed.previous(), "application/atom+xml");
                    link("hub", feed.hub(), "");
                    xml.text("logo", feed.site().path("logo").path("url").asText(""));
                    xml.text("generator", "Dateline");
                    feed.items().forEach(this::entry);
                },
                "xmlns",
                NAMESPACE,
                "xml:lang",
                language);
    }

    private void link(String relation, @Nullable String address, String type) {
        if (address != null && !address.isEmpty()) {
            xml.empty("link", "rel", relation, "href", address, "type", type);
        }
    }

    private void entry(NewsItem item) {
        xml.element(
                "entry",
                () -> {
                    xml.text("id", item.id());
                    xml.text("title", item.headline());
                    xml.text("published", item.published());
                    xml.text("updated", item.updated());
                    links(item);
                    if (item.isElsewhere()) {
                        xml.element(
                                "author",
                                () -> xml.text("name", EscapedAddress.host(item.url()))); // or it would be ours
                    }
                    item.all("byline").forEach(this::person);
                    for (JsonNode tag : item.subjects()) {
                        xml.empty(
                                "category",
                                "term",
                                tag.path("slug").asText(),
                                "label",
                                tag.path("name").asText());
                    }
                    xml.text("rights", item.json().path("rights").path("notice").asText(""));
                    xml.text("summary", item.lead());
                    xml.text("content", item.html(), "type", "html");
                },
                "xml:lang",
                item.text("language"));
    }

    private void links(NewsItem item) {
        xml.empty("link", "rel", "alternate", "href", item.url(), "hreflang", item.text("language"));
        link("canonical", item.canonicalElsewhere(), "");
        for (JsonNode source : item.all("sources")) {
            link("via", source.path("url").asText(""), "");
        }
        JsonNode image = item.image();
        String picture = image.path("url").asText("");
        link("enclosure", picture, MediaType.of(picture));
        item.recordings().forEach(recording -> link("enclosure", recording.url(), recording.mediaType()));
    }

    private void person(JsonNode credit) {
        String element = credit.path("role").asText().equals("author") ? "author" : "contributor";
        xml.element(element, () -> xml.text("name", credit.path("name").asText()));
    }
}
