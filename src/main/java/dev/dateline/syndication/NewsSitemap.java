package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a sitemap of news as Google reads it; standing pages are none. */
final class NewsSitemap {

    private final XmlDocument xml = new XmlDocument();

    private NewsSitemap() {}

    /** @param cards of articles */
    static String write(Iterable<JsonNode> cards, String newsroom, PageAddresses pages) {
        NewsSitemap sitemap = new NewsSitemap();
        sitemap.xml.element(
                "urlset",
                () -> {
                    for (JsonNode card : cards) {
                        if (!card.path("kind").asText().equals("page")) {
                            sitemap.page(card, newsroom, pages);
                        }
                    }
                },
                "xmlns",
                PageSitemap.NAMESPACE,
                "xmlns:news",
                "http://www.google.com/schemas/sitemap-news/0.9");
        return sitemap.xml.finished();
    }

    private void page(JsonNode card, String newsroom, PageAddresses pages) {
        xml.element("url", () -> {
            xml.text("loc", pages.article(card));
            xml.element("news:news", () -> news(card, newsroom));
        });
    }

    /** The language without its script or country, which the format does not take. */
    private void news(JsonNode card, String newsroom) {
        xml.element("news:publication", () -> {
            xml.text("news:name", newsroom);
            xml.text("news:language", card.path("language").asText().replaceFirst("-.*", ""));
        });
        xml.text("news:publication_date", card.path("publishedAt").asText());
        xml.text("news:title", card.path("headline").asText());
    }
}
