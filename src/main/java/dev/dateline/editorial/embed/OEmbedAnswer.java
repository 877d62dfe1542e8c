package dev.dateline.editorial.embed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.PlainText;
import dev.dateline.content.TrackingHosts;
import dev.dateline.content.WebAddress;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What a site says of something (oEmbed 1.0, section 2.3.4). Its HTML is not taken: a front end shows an embed in its own way. */
final class OEmbedAnswer {

    private static final int MAX_SIZE = 100_000;

    private OEmbedAnswer() {}

    static EmbedBlock block(String url, JsonNode answer) {
        return new EmbedBlock(
                url,
                text(answer.path("provider_name"), 100),
                text(answer.path("title"), 300),
                text(answer.path("author_name"), 300),
                words(answer),
                address(answer.path("thumbnail_url")),
                size(answer.path("width")),
                size(answer.path("height")),
                TrackingHosts.include(url));
    }

    /** What a post says stands in a quote of its HTML. */
    private static @Nullable String words(JsonNode answer) {
        String quote = Jsoup.parseBodyFragment(answer.path("html").asText())
                .select("blockquote p")
                .text()
                .strip();
        return quote.isEmpty() ? null : PlainText.cut(quote, 10_000);
    }

    private static @Nullable String text(JsonNode field, int longest) {
        String text = field.asText().strip();
        return text.isEmpty() || field.isNull() ? null : PlainText.cut(text, longest);
    }

    private static @Nullable String address(JsonNode field) {
        String address = field.asText().strip();
        return address.matches(WebAddress.PATTERN) && address.length() <= 2_000 ? address : null;
    }

    private static @Nullable Integer size(JsonNode field) {
        int size = field.asInt();
        return size >= 1 && size <= MAX_SIZE ? size : null;
    }
}
