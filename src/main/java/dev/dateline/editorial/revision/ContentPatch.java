package dev.dateline.editorial.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The JSON Patch (RFC 6902) that makes one content another. */
final class ContentPatch {

    /** To compare two arrays takes memory with the product of their lengths; a field with longer ones is replaced as a whole. */
    private static final int LONGEST_ARRAY = 2_000;

    private ContentPatch() {}

    static List<PatchOperation> between(JsonNode before, JsonNode after) {
        ObjectNode some = before.deepCopy();
        ObjectNode others = after.deepCopy();
        List<PatchOperation> patch = new ArrayList<>();
        before.fieldNames().forEachRemaining(field -> {
            if (after.has(field) && (hasLongArray(before.path(field)) || hasLongArray(after.path(field)))) {
                JsonNode one = some.remove(field);
                JsonNode other = others.remove(field);
                if (!one.equals(other)) {
                    patch.add(new PatchOperation("replace", "/" + field, null, other));
                }
            }
        });
        patch.addAll(List.of(Json.read(
                jakarta.json.Json.createDiff(structure(some), structure(others))
                        .toJsonArray()
                        .toString(),
                PatchOperation[].class)));
        return patch;
    }

    private static boolean hasLongArray(JsonNode json) {
        return (json.isArray() && json.size() > LONGEST_ARRAY)
                || StreamSupport.stream(json.spliterator(), false).anyMatch(ContentPatch::hasLongArray);
    }

    private static JsonStructure structure(JsonNode json) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(json.toString()))) {
            return reader.read();
        }
    }
}
