package dev.dateline.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be imported. */
@Schema(description = "`ndjson`: one JSON record a line; `wordpress`: WordPress eXtended RSS (WXR).")
public enum ImportFormat {
    @JsonProperty("ndjson")
    NDJSON,
    @JsonProperty("wordpress")
    WORDPRESS;

    private static final Map<String, ImportFormat> BY_MEDIA_TYPE = Map.of(
            "application/x-ndjson", NDJSON,
            "application/ndjson", NDJSON,
            "application/jsonl", NDJSON,
            "application/rss+xml", WORDPRESS,
            "application/xml", WORDPRESS,
            "text/xml", WORDPRESS);

    private static final Map<String, ImportFormat> BY_ENDING =
            Map.of(".ndjson", NDJSON, ".jsonl", NDJSON, ".xml", WORDPRESS, ".wxr", WORDPRESS);

    static Optional<ImportFormat> ofMediaType(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_MEDIA_TYPE.get(plain));
    }

    /** By the ending of a file's name. */
    public static Optional<ImportFormat> ofFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_ENDING.get(name.substring(dot)));
    }

    RecordSource open(Path file) throws IOException {
        return this == NDJSON ? NdjsonRecords.open(file) : WordPressRecords.open(file);
    }
}
