package dev.dateline.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file with the JSON Schema of a newsroom's own fields.
 *
 * @param json the schema of an object
 */
public record ExtensionFile(ObjectNode json) {

    /** What the settings begin with that name such files. */
    static final String SETTING = "dateline.extensions";

    private static final String PUBLIC = "x-public";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    /** Those that an installation has, by kind. */
    public static Map<String, ExtensionFile> all(ExtensionConfig config) {
        Map<String, ExtensionFile> files = new LinkedHashMap<>();
        config.article().ifPresent(file -> files.put("article", read(file)));
        config.tag().ifPresent(file -> files.put("tag", read(file)));
        config.image().ifPresent(file -> files.put("image", read(file)));
        return files;
    }

    /** @throws IllegalStateException that names the file, and what is wrong with it */
    static ExtensionFile read(Path file) {
        try {
            JsonNode schema = Json.MAPPER.readTree(Files.readString(file));
            if (schema instanceof ObjectNode object
                    && "object".equals(object.path("type").asText())) {
                return new ExtensionFile(object);
            }
            throw new IllegalStateException(SETTING + ": " + file + " must be a JSON Schema with \"type\": \"object\"");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(SETTING + ": " + file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": " + file + " cannot be read", e);
        }
    }

    /** The names of the fields that readers get. */
    Set<String> publicNames() {
        return json.path(PROPERTIES).properties().stream()
                .filter(property -> property.getValue().path(PUBLIC).asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The schema of what readers get. */
    public JsonNode publicJson() {
        Set<String> names = publicNames();
        ObjectNode shown = json.deepCopy();
        if (shown.path(PROPERTIES) instanceof ObjectNode properties) {
            properties.retain(names);
        }
        if (shown.path(REQUIRED) instanceof ArrayNode required) {
            List<JsonNode> all = new ArrayList<>();
            required.forEach(all::add);
            required.removeAll();
            all.stream().filter(name -> names.contains(name.asText())).forEach(required::add);
        }
        return shown;
    }
}
