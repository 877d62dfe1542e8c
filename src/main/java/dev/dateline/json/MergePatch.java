package dev.dateline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7396 section 2. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The target with the patch laid over it; {@code null} in the patch removes. Where there is nothing to remove the {@code null} stays, so that
     * whoever reads the result finds a name that is none. Neither argument is changed.
     */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                if (result.remove(name) == null) {
                    result.putNull(name);
                }
            } else {
                JsonNode present = result.path(name);
                result.set(name, apply(present, change.getValue()));
            }
        });
        return result;
    }
}
