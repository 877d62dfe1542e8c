package dev.dateline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Reads a JSON Schema into the model of the documents. OpenAPI 3.1 takes it as it is. */
final class RawSchema {

    /** What holds a schema for each of some names. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    /** What holds one schema, or says true or false. */
    private static final Set<String> ONE =
            Set.of("items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else");

    /** What holds schemas in a row. */
    private static final Set<String> SEVERAL = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    private RawSchema() {}

    /** @param name of the component that it becomes: references inside of it begin there */
    static Schema of(JsonNode json, String name) {
        Schema schema = OASFactory.createSchema();
        if (json.isBoolean()) {
            return schema.booleanSchema(json.booleanValue());
        }
        json.properties().forEach(field -> schema.set(field.getKey(), value(field.getKey(), field.getValue(), name)));
        return schema;
    }

    private static Object value(String keyword, JsonNode json, String name) {
        if (NAMED.contains(keyword)) {
            Map<String, Schema> named = new LinkedHashMap<>();
            json.properties().forEach(entry -> named.put(entry.getKey(), of(entry.getValue(), name)));
            return named;
        } else if (ONE.contains(keyword)) {
            return of(json, name);
        } else if (SEVERAL.contains(keyword)) {
            return json.valueStream().map(one -> of(one, name)).toList();
        }
        if (keyword.equals("$ref") && json.asText().startsWith("#")) {
            return "#/components/schemas/" + name + json.asText().substring(1);
        }
        return Json.MAPPER.convertValue(json, Object.class);
    }
}
