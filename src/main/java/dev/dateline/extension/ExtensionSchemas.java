package dev.dateline.extension;

import com.networknt.schema.JsonSchemaException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The schemas that this installation has. One that cannot be used is told at the start, and not to the first editor who saves. */
@Startup
@Singleton
public class ExtensionSchemas {

    private final Map<String, ExtensionSchema> schemas = new LinkedHashMap<>();

    ExtensionSchemas(ExtensionConfig config) {
        ExtensionFile.all(config).forEach((kind, file) -> schemas.put(kind, schema(kind, file)));
    }

    private static ExtensionSchema schema(String kind, ExtensionFile file) {
        try {
            return new ExtensionSchema(file);
        } catch (JsonSchemaException e) {
            throw new IllegalStateException(
                    ExtensionFile.SETTING + "." + kind + ": "
                            + String.valueOf(e.getMessage()).replaceFirst("^[:\\s]+", ""),
                    e);
        }
    }

    /** Of a kind; one that allows nothing where the installation has none. */
    public ExtensionSchema of(String kind) {
        return Objects.requireNonNullElse(schemas.get(kind), ExtensionSchema.NONE);
    }
}
