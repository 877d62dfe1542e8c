package dev.dateline.syndication;

import dev.dateline.published.BodyFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The forms that news can be had in beside JSON. One is added by a class that writes it, and a line here. */
@SuppressWarnings("ImmutableEnumChecker") // the writers are functions without a state
public enum Format {
    ATOM("application/atom+xml", BodyFormat.HTML, "An Atom feed (RFC 4287).", AtomFeed::write),
    RSS("application/rss+xml", BodyFormat.HTML, "An RSS 2.0 feed.", RssFeed::write),
    JSONFEED("application/feed+json", BodyFormat.HTML, "A JSON Feed, version 1.1.", JsonFeed::write),
    JSONLD("application/ld+json", BodyFormat.TEXT, "JSON-LD in the words of schema.org.", LinkedData::write),
    NINJS("application/ninjs+json", BodyFormat.HTML, "IPTC ninjs 3.0.", Ninjs::write),
    NINJS2("application/ninjs2+json", BodyFormat.HTML, "IPTC ninjs 2.1.", Ninjs::writeAsVersion2),
    MD("text/markdown", BodyFormat.MARKDOWN, "Markdown (CommonMark).", MarkdownDocument::write),
    TXT("text/plain", BodyFormat.TEXT, "Plain text.", TextDocument::write);

    private final String mediaType;
    private final BodyFormat body;
    private final String description;
    private final Function<NewsFeed, String> writer;

    Format(String mediaType, BodyFormat body, String description, Function<NewsFeed, String> writer) {
        this.mediaType = mediaType;
        this.body = body;
        this.description = description;
        this.writer = writer;
    }

    /** As it ends an address. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** For the contract. */
    public String description() {
        return description;
    }

    /** Which form of the body it is made from. */
    BodyFormat body() {
        return body;
    }

    byte[] write(NewsFeed feed) {
        return writer.apply(feed).getBytes(StandardCharsets.UTF_8);
    }

    /** With the charset, where the media type does not imply it. */
    String contentType() {
        return mediaType.endsWith("json") ? mediaType : mediaType + ";charset=utf-8";
    }
}
