package dev.dateline.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    static final String PUBLIC = "x-public";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final String DEFINITIONS = "$defs";

    /** What readers are told of the whole object; all else could speak of fields that they do not get. */
    private static final Set<String> TOLD =
            Set.of("type", "title", "description", "additionalProperties", PROPERTIES, REQUIRED);

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
                refuseMisplaced(object, file);
                return new ExtensionFile(object);
            }
            throw new IllegalStateException(SETTING + ": " + file + " must be a JSON Schema with \"type\": \"object\"");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(SETTING + ": " + file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    SETTING + ": " + file + " cannot be read: there is no such file, or it is not for this user", e);
        }
    }

    /** The names of the fields that readers get. */
    Set<String> publicNames() {
        return json.path(PROPERTIES).properties().stream()
                .filter(property -> property.getValue().path(PUBLIC).asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** It says something of a field of the object, and of nothing deeper: somebody who wrote it there would trust it. */
    private static void refuseMisplaced(ObjectNode schema, Path file) {
        long right = schema.path(PROPERTIES).properties().stream()
                .filter(property -> property.getValue().path(PUBLIC).isBoolean())
                .count();
        if (occurrences(schema) != right) {
            throw new IllegalStateException(
                    SETTING + ": " + file + " may say \"" + PUBLIC
                            + "\": true or false of the properties of the object itself only, and readers get each whole or not at all");
        }
    }

    private static long occurrences(JsonNode json) {
        long here = json.has(PUBLIC) ? 1 : 0;
        return here + json.valueStream().mapToLong(ExtensionFile::occurrences).sum();
    }

    /** The schema of what readers get: the public fields and what these refer to. */
    public ObjectNode publicJson() {
        Set<String> names = publicNames();
        ObjectNode shown = json.deepCopy();
        shown.retain(TOLD);
        if (shown.path(PROPERTIES) instanceof ObjectNode properties) {
            properties.retain(names);
        }
        if (shown.path(REQUIRED) instanceof ArrayNode required) {
            List<JsonNode> all = new ArrayList<>();
            required.forEach(all::add);
            required.removeAll();
            all.stream().filter(name -> names.contains(name.asText())).forEach(required::add);
        }
        ObjectNode definitions = referred(shown);
        if (!definitions.isEmpty()) {
            shown.set(DEFINITIONS, definitions);
        }
        return shown;
    }

    /** The definitions that a schema reaches. */
    private ObjectNode referred(JsonNode schema) {
        ObjectNode reached = Json.MAPPER.createObjectNode();
        Deque<JsonNode> unread = new ArrayDeque<>(List.of(schema));
        while (!unread.isEmpty()) {
            for (String reference : unread.remove().findValuesAsText("$ref")) {
                String name = reference.replaceFirst("^#/\\$defs/([^/]+).*", "$1");
                JsonNode definition = json.path(DEFINITIONS).path(name);
                if (!definition.isMissingNode() && !reached.has(name)) {
                    reached.set(name, definition);
                    unread.add(definition);
                }
            }
        }
        return reached;
    }
}
