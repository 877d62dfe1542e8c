package dev.dateline.extension;

import com.networknt.schema.JsonSchemaException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The schemas that this installation has. */
@Singleton
public class ExtensionSchemas {

    private final Map<String, ExtensionSchema> schemas = new LinkedHashMap<>();

    ExtensionSchemas(ExtensionConfig config) {
        config.article().ifPresent(file -> schemas.put("article", read(file)));
        config.tag().ifPresent(file -> schemas.put("tag", read(file)));
        config.image().ifPresent(file -> schemas.put("image", read(file)));
    }

    /** A schema that cannot be read is told at the start, and not to the first editor who saves. */
    @SuppressWarnings("EmptyMethod")
    void start(@Observes StartupEvent event) {
        // that it is here makes it read them
    }

    private static ExtensionSchema read(Path file) {
        try {
            return new ExtensionSchema(ExtensionFile.read(file.toString()));
        } catch (JsonSchemaException e) {
            throw new IllegalStateException(ExtensionFile.SETTING + ": " + file + ": " + e.getMessage(), e);
        }
    }

    /** Of a kind; one that allows nothing where the installation has none. */
    public ExtensionSchema of(String kind) {
        return Objects.requireNonNullElse(schemas.get(kind), ExtensionSchema.NONE);
    }
}
