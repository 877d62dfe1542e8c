package dev.dateline.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.content.ContentKind;
import dev.dateline.editorial.publishing.Publication;
import dev.dateline.json.InputReader;
import dev.dateline.json.Json;
import dev.dateline.json.StrictUtf8;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON, in two shapes. Dateline's own: {@code {"article": {…}, "publication": {…}}}, likewise with
 * {@code tag}, {@code liveUpdate}, {@code storyList}, {@code callout}, {@code front} and {@code site}. And the plain one of many corpora: {@code {"id", "lang", "title",
 * "body"}}, where the body is text with blank lines between paragraphs.
 */
final class NdjsonRecords implements RecordSource {

    private static final int MAX_LINE_BYTES = 10 * 1024 * 1024;

    private static final Map<String, ContentKind> KINDS = ContentKind.ALL.stream()
            .collect(Collectors.toMap(
                    ContentKind::fieldName, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private static final Pattern TWICE = Pattern.compile("^Duplicate field '([\\p{L}\\p{N}_-]{1,60})'");

    private static final ObjectReader STRICT = Json.MAPPER
            .reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ImportFile file;
    private final LineReader lines;
    private final InputReader inputs;
    private final @Nullable Publication unsaid;

    private NdjsonRecords(ImportFile file, ImportContext context) {
        this.file = file;
        this.inputs = context.inputs();
        this.unsaid = context.publish() ? Publication.NOW : null;
        this.lines = new LineReader(file.content(), MAX_LINE_BYTES);
    }

    /** @throws IOException when the file is one document of JSON or XML, and no line of it a record */
    static NdjsonRecords open(Path file, ImportContext context) throws IOException {
        ImportFile opened = ImportFile.open(file);
        String first = opened.firstLine();
        if (first.startsWith("<") || first.equals("[") || first.equals("{")) {
            opened.close();
            throw new IOException(
                    first.startsWith("<")
                            ? "The file is XML; send it as application/rss+xml, or give it a name that ends in .xml"
                            : "The file is one JSON document over many lines; put each record on one line of its own, for example with: jq -c '.[]'");
        }
        return new NdjsonRecords(opened, context);
    }

    @Override
    public @Nullable ImportRecord next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.wasTooLong()) {
                return refused("", "the line is longer than " + MAX_LINE_BYTES + " bytes");
            }
            try {
                String text = StrictUtf8.decode(line);
                if (!text.isBlank()) {
                    return record(text);
                }
            } catch (CharacterCodingException e) {
                return refused("", "is not in UTF-8");
            }
        }
        return null;
    }

    private ImportRecord record(String line) {
        JsonNode json;
        try {
            json = STRICT.readTree(line);
        } catch (JsonProcessingException e) {
            return refused("", faultOf(e));
        } catch (StackOverflowError e) {
            return refused("", "is nested too deeply");
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
                ? PlainArticle.read(lines.number(), record, unsaid)
                : refused("", "must have one of " + String.join(", ", KINDS.keySet()) + "; or title and body");
    }

    private ImportRecord own(ObjectNode record, String name, ContentKind kind) {
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (!field.getKey().equals(name) && !field.getKey().equals("publication")) {
                return refused("/" + field.getKey(), "is not a known field beside " + name);
            }
        }
        Publication publication = kind.equals(ContentKind.TAG) ? null : unsaid;
        if (record.path("publication").isNull()) {
            publication = null;
        } else if (record.has("publication")) {
            try {
                publication = inputs.read(record.get("publication"), Publication.class);
            } catch (Problem problem) {
                return new ImportRecord.Refused(
                        lines.number(),
                        "line " + lines.number(),
                        problem.moved("", "/publication").faults());
            }
        }
        JsonNode content = record.get(name);
        return new ImportRecord.Content(
                lines.number(),
                identity(kind, content),
                kind,
                content,
                publication,
                !record.has("publication"),
                List.of(),
                SanitisedFields.notes(content));
    }

    /** Its externalId; its slug, where it is no article; otherwise the record itself, so that the same record is known again. */
    private static String identity(ContentKind kind, JsonNode content) {
        JsonNode id = content.path("externalId");
        JsonNode slug = content.path("slug");
        if (kind.equals(ContentKind.TAG) && slug.isTextual()) {
            return kind.name() + " " + slug.textValue();
        } else if (id.isTextual()) {
            return kind.name() + " " + id.textValue();
        } else if (!kind.equals(ContentKind.ARTICLE) && slug.isTextual()) {
            return kind.name() + " at " + slug.textValue();
        }
        return kind.name() + " sha256:" + DigestUtils.sha256Hex(content.toString());
    }

    /** Some faults have no place, such as a number of too many digits. */
    private static String faultOf(JsonProcessingException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        String where = failure.getLocation() == null
                ? ""
                : " (column " + failure.getLocation().getColumnNr() + ")";
        if (message.startsWith("Duplicate field")) {
            Matcher field = TWICE.matcher(message);
            return "has " + (field.find() ? "the field " + field.group(1) : "a field") + " twice in the same object"
                    + where;
        } else if (message.startsWith("Trailing token")) {
            return "holds more than one JSON value; each needs a line of its own" + where;
        } else if (failure instanceof StreamConstraintsException) {
            return "is nested too deeply, or has a number or a name that is too long" + where;
        }
        return "is not well-formed JSON" + where;
    }

    private ImportRecord refused(String pointer, String reason) {
        return new ImportRecord.Refused(lines.number(), "line " + lines.number(), List.of(Fault.at(pointer, reason)));
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public long volume() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
