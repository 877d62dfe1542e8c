package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Posts of social networks, as their embedding codes write them: a quote or an empty element, and a script. */
final class SocialPosts {

    private static final Set<String> QUOTES = Set.of(
            "twitter-tweet",
            "twitter-video",
            "instagram-media",
            "tiktok-embed",
            "bluesky-embed",
            "mastodon-embed",
            "text-post-media",
            "reddit-embed-bq",
            "reddit-card");

    private final HtmlMedia media;
    private final HtmlNotes notes;

    SocialPosts(HtmlMedia media, HtmlNotes notes) {
        this.media = media;
        this.notes = notes;
    }

    Optional<Block> quote(Element quote) {
        if (quote.classNames().stream().noneMatch(QUOTES::contains)) {
            return Optional.empty();
        }
        boolean isFirst = quote.classNames().stream().anyMatch(name -> name.startsWith("reddit"));
        Element dated =
                isFirst ? quote.selectFirst("a[href]") : quote.select("a[href]").last();
        Optional<String> address = Addresses.web(quote, "data-instgrm-permalink")
                .or(() -> Addresses.web(quote, "cite"))
                .or(() -> dated == null ? Optional.empty() : Addresses.web(dated, "href"));
        address.ifPresent(found -> otherLinks(quote, found));
        return address.map(found -> post(quote, dated, found));
    }

    private void otherLinks(Element quote, String address) {
        for (Element link : quote.select("a[href]")) {
            String other = link.attr("href");
            if (!other.equals(address)) {
                notes.address("a link in a post of a social network", other);
            }
        }
        quote.select("img[src]").forEach(image -> notes.address("an image in a post", image.attr("src")));
    }

    /** The words are the paragraphs; what follows them is the author and the date. */
    private Block post(Element quote, @Nullable Element date, String address) {
        StringBuilder text = new StringBuilder();
        StringBuilder author = new StringBuilder();
        for (Node node : quote.childNodes()) {
            if (isSame(node, date)) {
                continue;
            }
            boolean words =
                    node instanceof Element element && element.normalName().matches("p|div|section|span");
            StringBuilder part = words ? text : author;
            String shown = node instanceof Element element ? element.text() : node.outerHtml();
            part.append(part.isEmpty() ? "" : " ").append(plain(shown, node));
        }
        String by = author.toString()
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")")
                .strip()
                .replaceAll("^[—–-]+\\s*", "");
        String title = date == null || !isSame(quote, date.parent()) ? "" : date.text();
        return media.embed(address, title, by, text.toString().strip());
    }

    @SuppressWarnings("ReferenceEquality") // the same place in the document, not one that looks so
    private static boolean isSame(Node one, @Nullable Node other) {
        return one == other;
    }

    private static String plain(String shown, Node node) {
        return node instanceof TextNode words ? words.text() : node instanceof Element ? shown : "";
    }

    /** {@code <div class="fb-post" data-href="…">}. */
    Optional<Block> facebook(Element element) {
        return LostAttributes.isFacebook(element)
                ? Addresses.web(element, "data-href").map(url -> media.embed(url, "", "", element.text()))
                : Optional.empty();
    }

    /** {@code <script data-telegram-post="channel/123">}. */
    Optional<Block> telegram(Element script) {
        String post = script.attr("data-telegram-post");
        return post.matches("[A-Za-z0-9_]+/[0-9]+")
                ? Optional.of(media.embed("https://t.me/" + post, ""))
                : Optional.empty();
    }
}
