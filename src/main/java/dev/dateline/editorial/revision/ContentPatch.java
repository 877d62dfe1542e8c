package dev.dateline.editorial.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            if (after.has(field) && (hasLongArray(before.get(field)) || hasLongArray(after.get(field)))) {
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

    private static boolean hasLongArray(@Nullable JsonNode json) {
        if (json == null) {
            return false;
        } else if (json.isArray() && json.size() > LONGEST_ARRAY) {
            return true;
        }
        for (JsonNode part : json) {
            if (hasLongArray(part)) {
                return true;
            }
        }
        return false;
    }

    private static JsonStructure structure(JsonNode json) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(json.toString()))) {
            return reader.read();
        }
    }
}
