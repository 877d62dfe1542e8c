package dev.dateline.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a newsroom's own fields of one kind of content must be, and which of them readers get. */
public final class ExtensionSchema {

    static final ExtensionSchema NONE = new ExtensionSchema();

    private static final int MOST_BYTES = 50_000;
    private static final int MOST_FAULTS = 100;

    private final @Nullable JsonSchema schema;
    private final Set<String> publicNames;

    private ExtensionSchema() {
        this.schema = null;
        this.publicNames = Set.of();
    }

    /** @throws com.networknt.schema.JsonSchemaException when the file has no schema that can be used */
    ExtensionSchema(ExtensionFile file) {
        this.publicNames = file.publicNames();
        this.schema = factory()
                .getSchema(
                        file.json(),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .formatAssertionsEnabled(true)
                                .build());
        this.schema.initializeValidators();
    }

    private static JsonSchemaFactory factory() {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword(ExtensionFile.PUBLIC))
                .build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .build();
    }

    /** Some generated clients send an empty object where nothing was set: it says nothing. */
    public static @Nullable Map<String, Object> given(@Nullable Map<String, Object> fields) {
        return fields == null || fields.isEmpty() ? null : fields;
    }

    /**
     * What is wrong with these; a pointer is relative to them.
     *
     * @param isComplete whether none that must be there may be missing
     */
    List<Fault> faults(Map<String, Object> fields, boolean isComplete) {
        if (schema == null) {
            return List.of(Fault.at("", "must be left out: this installation declares no fields of its own"));
        }
        JsonNode tree = Json.tree(fields);
        if (Json.write(tree).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return List.of(Fault.at("", "must be at most " + MOST_BYTES + " bytes of JSON"));
        }
        List<Fault> faults = new ArrayList<>();
        refuseUnstorable(tree, "", faults);
        messages(schema, tree)
                .filter(message -> isComplete || !isMissing(message))
                .map(ExtensionSchema::fault)
                .forEach(faults::add);
        return faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
    }

    /** Those that must be there and are not; a pointer is the document's. */
    public List<Fault> missing(@Nullable Map<String, Object> fields) {
        if (schema == null) {
            return List.of();
        }
        return messages(schema, Json.tree(fields == null ? Map.of() : fields))
                .filter(ExtensionSchema::isMissing)
                .map(message -> Fault.at("/extensions/" + message.getProperty(), "is required for publishing"))
                .toList();
    }

    private static boolean isMissing(ValidationMessage message) {
        return message.getType().equals("required")
                && message.getInstanceLocation().getNameCount() == 0;
    }

    /** A pattern that Java cannot follow to its end counts as one that does not match. */
    private static Stream<ValidationMessage> messages(JsonSchema schema, JsonNode tree) {
        try {
            return schema.validate(tree).stream();
        } catch (StackOverflowError e) {
            throw Problem.invalid("/extensions", "has a text that is too long for a pattern of this installation");
        }
    }

    private static Fault fault(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String property = message.getProperty();
        return Fault.at(property == null ? pointer : pointer + "/" + property, message.getError());
    }

    /** Stored JSON uses names with a dollar in front for what is filled in at read, and numbers are doubles (RFC 8259, section 6). */
    private static void refuseUnstorable(JsonNode json, String pointer, List<Fault> faults) {
        if (json.isDouble() && !Double.isFinite(json.doubleValue())) {
            faults.add(Fault.at(pointer, "must be a number of at most 1.8e308"));
        }
        json.properties().forEach(field -> {
            if (field.getKey().startsWith("$")) {
                faults.add(Fault.at(pointer + "/" + field.getKey(), "must not begin with $"));
            }
            refuseUnstorable(field.getValue(), pointer + "/" + field.getKey(), faults);
        });
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                refuseUnstorable(json.get(i), pointer + "/" + i, faults);
            }
        }
    }

    /** Those that readers get, or null when there are none. */
    public @Nullable Map<String, Object> shown(@Nullable Map<String, Object> fields) {
        if (fields == null) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.keySet().retainAll(publicNames);
        return given(shown);
    }
}
