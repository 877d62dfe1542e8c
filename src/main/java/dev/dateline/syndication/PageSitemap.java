package dev.dateline.syndication;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a sitemap as sitemaps.org has it, with translations side by side. */
final class PageSitemap {

    static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final XmlDocument xml = new XmlDocument();
    private final PageAddresses pages;

    private PageSitemap(PageAddresses pages) {
        this.pages = pages;
    }

    /** @param cards of articles */
    static String write(Iterable<JsonNode> cards, PageAddresses pages) {
        PageSitemap sitemap = new PageSitemap(pages);
        sitemap.xml.element(
                "urlset",
                () -> cards.forEach(sitemap::page),
                "xmlns",
                NAMESPACE,
                "xmlns:xhtml",
                "http://www.w3.org/1999/xhtml");
        return sitemap.xml.finished();
    }

    private void page(JsonNode card) {
        xml.element("url", () -> {
            xml.text("loc", pages.article(card));
            xml.text("lastmod", card.path("updatedAt").asText());
            if (!card.path("translations").isEmpty()) {
                alternate(pages.article(card), card);
                card.path("translations")
                        .forEach(link -> pages.translation(link).ifPresent(page -> alternate(page, link)));
            }
        });
    }

    private void alternate(String page, JsonNode link) {
        String language = link.path("language").asText();
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", page);
    }
}
