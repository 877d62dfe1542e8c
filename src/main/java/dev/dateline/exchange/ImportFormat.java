package dev.dateline.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be imported. */
@Schema(
        description =
                "`ndjson`: one JSON record a line; `wordpress`: WordPress eXtended RSS (WXR); `newscodes`: a vocabulary of the IPTC, such as the Media Topics, in JSON.")
@SuppressWarnings("ImmutableEnumChecker") // made by List.of, and a method
public enum ImportFormat {
    @JsonProperty("ndjson")
    NDJSON(
            "One record a line.",
            List.of("application/x-ndjson", "application/ndjson", "application/jsonl"),
            List.of(".ndjson", ".jsonl"),
            NdjsonRecords::open),
    @JsonProperty("wordpress")
    WORDPRESS(
            "WordPress eXtended RSS.",
            List.of("application/rss+xml", "application/xml", "text/xml"),
            List.of(".xml", ".wxr"),
            (file, context) -> WordPressRecords.open(file, context.existing())),
    @JsonProperty("newscodes")
    NEWSCODES(
            "A vocabulary of the IPTC: Media Topics and others.",
            List.of("application/ld+json", "application/json"),
            List.of(".json", ".jsonld"),
            (file, context) -> NewsCodesRecords.open(file, context.existing()));

    /** Opens a file of a format. */
    @FunctionalInterface
    private interface Opener {
        RecordSource open(Path file, ImportContext context) throws IOException;
    }

    private final String description;
    private final List<String> mediaTypes;
    private final List<String> endings;
    private final Opener opener;

    ImportFormat(String description, List<String> mediaTypes, List<String> endings, Opener opener) {
        this.description = description;
        this.mediaTypes = mediaTypes;
        this.endings = endings;
        this.opener = opener;
    }

    /** For the documents. */
    public String description() {
        return description;
    }

    /** The media type that is asked for; others are understood too. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    static Optional<ImportFormat> ofMediaType(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(plain))
                .findFirst();
    }

    /** By the ending of a file's name. */
    public static Optional<ImportFormat> ofFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** The endings of names of files that can be imported, as in a sentence. */
    public static String allEndings() {
        return Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .collect(Collectors.joining(", "));
    }

    /** The media types that can be imported, as in a sentence. */
    static String allMediaTypes() {
        return Arrays.stream(values()).map(ImportFormat::mediaType).collect(Collectors.joining(" or "));
    }

    /** Whether records may say nothing of their publication, so that the import can. */
    public boolean leavesPublicationOpen() {
        return this == NDJSON;
    }

    /** @throws IOException when the file is not of this format, with what it is instead */
    RecordSource open(Path file, ImportContext context) throws IOException {
        return opener.open(file, context);
    }
}
