package dev.dateline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396 section 2. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The target with the patch laid over it; {@code null} in the patch removes. Where the target itself has nothing to remove, the {@code null}
     * stays, so that whoever reads the result finds a name that is none. Neither argument is changed.
     */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        JsonNode result = laid(target, patch);
        if (patch.isObject()) {
            patch.properties().stream()
                    .filter(change -> change.getValue().isNull() && !target.has(change.getKey()))
                    .forEach(change -> ((ObjectNode) result).putNull(change.getKey()));
        }
        return result;
    }

    private static JsonNode laid(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(name);
            } else {
                JsonNode present = result.path(name);
                result.set(name, laid(present, change.getValue()));
            }
        });
        return result;
    }
}
