package dev.dateline.syndication;

import java.util.List;

/** Writes the list of all sitemaps, as sitemaps.org has it. */
final class SitemapIndex {

    private SitemapIndex() {}

    static String write(List<String> addresses) {
        XmlDocument xml = new XmlDocument();
        xml.element(
                "sitemapindex",
                () -> addresses.forEach(address -> xml.element("sitemap", () -> xml.text("loc", address))),
                "xmlns",
                PageSitemap.NAMESPACE);
        return xml.finished();
    }
}
