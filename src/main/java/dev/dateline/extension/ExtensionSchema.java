package dev.dateline.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.dateline.json.Json;
import dev.dateline.problem.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a newsroom's own fields of one kind of content must be, and which of them readers get. */
public final class ExtensionSchema {

    static final ExtensionSchema NONE = new ExtensionSchema();

    private static final int MOST_BYTES = 50_000;

    private final @Nullable JsonSchema schema;
    private final Set<String> publicNames;

    private ExtensionSchema() {
        this.schema = null;
        this.publicNames = Set.of();
    }

    /** @throws com.networknt.schema.JsonSchemaException when the file has no schema that can be used */
    ExtensionSchema(ExtensionFile file) {
        this.publicNames = file.publicNames();
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        file.json(),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .formatAssertionsEnabled(true)
                                .build());
        this.schema.initializeValidators();
    }

    /** Some generated clients send an empty object where nothing was set: it says nothing. */
    public static @Nullable Map<String, Object> given(@Nullable Map<String, Object> fields) {
        return fields == null || fields.isEmpty() ? null : fields;
    }

    /** What is wrong with these; a pointer is relative to them. */
    List<Fault> faults(Map<String, Object> fields) {
        List<Fault> faults = new ArrayList<>();
        if (schema == null) {
            faults.add(Fault.at("", "must be left out: this installation declares no fields of its own"));
            return faults;
        }
        JsonNode tree = Json.tree(fields);
        if (Json.write(tree).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(Fault.at("", "must be at most " + MOST_BYTES + " bytes of JSON"));
        }
        reserved(tree, "", faults);
        for (ValidationMessage message : schema.validate(tree)) {
            faults.add(fault(message));
        }
        return faults;
    }

    private static Fault fault(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String property = message.getProperty();
        return Fault.at(property == null ? pointer : pointer + "/" + property, message.getError());
    }

    /** Stored JSON uses names with a dollar in front for what is filled in at read. */
    private static void reserved(JsonNode json, String pointer, List<Fault> faults) {
        json.properties().forEach(field -> {
            if (field.getKey().startsWith("$")) {
                faults.add(Fault.at(pointer + "/" + field.getKey(), "must not begin with $"));
            }
            reserved(field.getValue(), pointer + "/" + field.getKey(), faults);
        });
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                reserved(json.get(i), pointer + "/" + i, faults);
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
