package dev.dateline.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON, in two shapes. Dateline's own: {@code {"article": {…}, "publication": {…}}}, likewise with
 * {@code tag}, {@code storyList}, {@code callout} and {@code front}. And the plain one of many corpora: {@code {"id", "lang", "title",
 * "body"}}, where the body is text with blank lines between paragraphs; it is published.
 */
final class NdjsonRecords implements RecordSource {

    private static final int MAX_LINE_BYTES = 10 * 1024 * 1024;

    private static final Map<String, ContentKind> KINDS =
            ContentKind.ALL.stream().collect(Collectors.toMap(ContentKind::fieldName, Function.identity()));

    private final LineReader lines;

    private NdjsonRecords(InputStream input) {
        this.lines = new LineReader(new BufferedInputStream(input, 1 << 16), MAX_LINE_BYTES);
    }

    static NdjsonRecords open(Path file) throws IOException {
        return new NdjsonRecords(Files.newInputStream(file));
    }

    static NdjsonRecords of(InputStream input) {
        return new NdjsonRecords(input);
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.wasTooLong()) {
                return refused("", "the line is longer than " + MAX_LINE_BYTES + " bytes");
            }
            if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                return record(line);
            }
        }
        return null;
    }

    private ImportRecord record(byte[] line) throws IOException {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return refused(
                    "", "is not well-formed JSON (column " + e.getLocation().getColumnNr() + ")");
        }
        if (!(json instanceof ObjectNode record)) {
            return refused("", "must be a JSON object");
        }
        for (Map.Entry<String, ContentKind> kind : KINDS.entrySet()) {
            if (record.has(kind.getKey())) {
                return own(record, kind.getKey(), kind.getValue());
            }
        }
        return record.has("title") && record.has("body")
                ? PlainArticle.read(lines.number(), record)
                : refused("", "must have one of tag, article, storyList, callout, front; or title and body");
    }

    private ImportRecord own(ObjectNode record, String name, ContentKind kind) {
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (!field.getKey().equals(name) && !field.getKey().equals("publication")) {
                return refused("/" + field.getKey(), "is not a known field beside " + name);
            }
        }
        Publication publication = null;
        if (record.has("publication")) {
            try {
                publication = Json.MAPPER.convertValue(record.get("publication"), Publication.class);
            } catch (IllegalArgumentException e) {
                return refused("/publication", "must be an object, with publishedAt or empty");
            }
        }
        JsonNode content = record.get(name);
        return new ImportRecord.Content(
                lines.number(), identity(kind, content), kind, content, publication, List.of(), List.of());
    }

    /** Its externalId; a tag's slug; otherwise the record itself, so that the same record is known again. */
    private static String identity(ContentKind kind, JsonNode content) {
        JsonNode id = content.path(kind.equals(ContentKind.TAG) ? "slug" : "externalId");
        String own = id.isTextual()
                ? id.textValue()
                : "sha256:" + HexFormat.of().formatHex(DigestUtils.sha256(content.toString()));
        return kind.name() + " " + own;
    }

    private ImportRecord refused(String pointer, String reason) {
        return new ImportRecord.Refused(lines.number(), "line " + lines.number(), List.of(Fault.at(pointer, reason)));
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
