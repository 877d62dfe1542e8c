package dev.dateline.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A controlled vocabulary of the IPTC, such as the Media Topics, as their server gives it in JSON (SKOS concepts in
 * {@code conceptSet}). Each concept becomes a topic, below what is broader; one that was retired in favour of another is merged
 * into it. Files in further languages add their names.
 */
final class NewsCodesRecords implements RecordSource {

    private static final String CONCEPTS = "conceptSet";

    /** Parents must come before their children, so all are held; the largest vocabulary has some 1,400. */
    private static final int MOST_CONCEPTS = 50_000;

    private final ImportFile file;
    private final Queue<ImportRecord> records;
    private long read;

    private NewsCodesRecords(ImportFile file, Queue<ImportRecord> records) {
        this.file = file;
        this.records = records;
    }

    static NewsCodesRecords open(Path path, ExistingTags existing) throws IOException {
        ImportFile file = ImportFile.open(path);
        try (JsonParser json = Json.MAPPER.createParser(file.content())) {
            Map<String, NewsCode> concepts = new LinkedHashMap<>();
            List<ImportRecord> refused = new ArrayList<>();
            toConcepts(json);
            for (long number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
                add(Json.MAPPER.readTree(json), number, concepts, refused);
            }
            Deque<ImportRecord> records = new ArrayDeque<>(refused);
            records.addAll(new NewsCodeTags(concepts, existing).records());
            return new NewsCodesRecords(file, records);
        } catch (JsonProcessingException e) {
            throw new IOException("The file is not well-formed JSON; nothing of it is imported", e);
        }
    }

    private static void toConcepts(JsonParser json) throws IOException {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals(CONCEPTS)) {
                    return;
                }
                json.skipChildren();
            }
        }
        throw new IOException("The file is JSON, but no vocabulary of the IPTC: it has no list named " + CONCEPTS);
    }

    private static void add(JsonNode json, long number, Map<String, NewsCode> concepts, List<ImportRecord> refused)
            throws IOException {
        if (concepts.size() == MOST_CONCEPTS) {
            throw new IOException("The file has more than " + MOST_CONCEPTS + " concepts");
        }
        NewsCode concept = NewsCode.read(json, number);
        if (concept == null) {
            refused.add(new ImportRecord.Refused(
                    number, "concept " + number, List.of(Fault.at("/uri", "is required: the concept's address"))));
        } else {
            concepts.putIfAbsent(concept.uri(), concept);
        }
    }

    @Override
    public @Nullable ImportRecord next() {
        read++;
        return records.poll();
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public long volume() {
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
