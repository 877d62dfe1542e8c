package dev.dateline.contract;

import dev.dateline.content.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema in the form that generators of clients read alike. A JSON Schema may say more beside a {@code $ref}, leave
 * a pattern unanchored, or name a type that is only a format: each breaks some of them.
 */
final class PortableSchema {

    /** What Bean Validation's {@code @NotBlank} becomes: Python's generator looks for it at the beginning alone. */
    private static final String NOT_BLANK = "\\S";

    private static final String NOT_BLANK_ANCHORED = "^[\\s\\S]*\\S[\\s\\S]*$";

    /** Go's regular expressions look at nothing ahead. */
    private static final String SLUG_WITHOUT_LOOKAHEAD = "^[a-z0-9]+(?:-[a-z0-9]+)*$";

    private PortableSchema() {}

    /** Rewrites the schema and all below it. */
    static void of(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        format(schema, "UUID", "uuid");
        format(schema, "Instant", "date-time");
        if (schema.getRef() != null) {
            alone(schema);
            return;
        }
        if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        } else if (NOT_BLANK.equals(schema.getPattern())) {
            schema.setPattern(NOT_BLANK_ANCHORED);
        } else if (Slug.PATTERN.equals(schema.getPattern())) {
            schema.setPattern(SLUG_WITHOUT_LOOKAHEAD);
            schema.setMaxLength(Slug.MAX_LENGTH);
        }
        if (schema.getOneOf() != null) {
            schema.setProperties(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(PortableSchema::of);
            optionalWithDefault(schema);
        }
        of(schema.getItems());
        of(schema.getAdditionalPropertiesSchema());
        Optional.ofNullable(schema.getAllOf()).ifPresent(parts -> parts.forEach(PortableSchema::of));
        open(schema);
    }

    /** Leaves out the patterns of what is only answered: they say what may be sent, and a client need not check the server. */
    static void answered(Schema schema) {
        schema.setPattern(null);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(PortableSchema::answered);
        }
        if (schema.getItems() != null) {
            answered(schema.getItems());
        }
    }

    private static void format(Schema schema, String name, String format) {
        if (schema.getRef() != null && schema.getRef().endsWith("/" + name)) {
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat(format);
        }
    }

    /** Leaves only a description beside a reference, and says the default in it. */
    private static void alone(Schema schema) {
        schema.setType(null);
        schema.setExamples(null);
        schema.setEnumeration(null);
        Object standard = schema.getDefaultValue();
        if (standard != null) {
            schema.setDefaultValue(null);
            schema.setDescription(withDefault(schema.getDescription(), standard));
        }
    }

    static String withDefault(@Nullable String description, Object standard) {
        return (description == null ? "" : description + " ") + "Default: `" + standard + "`.";
    }

    private static void optionalWithDefault(Schema schema) {
        if (schema.getRequired() != null) {
            Map<String, Schema> properties = schema.getProperties();
            List<String> required = new ArrayList<>(schema.getRequired());
            required.removeIf(
                    name -> properties.containsKey(name) && properties.get(name).getDefaultValue() != null);
            schema.setRequired(required.isEmpty() ? null : required);
        }
    }

    /** An object of which nothing is said holds any fields; without this it is an empty object in TypeScript. */
    private static void open(Schema schema) {
        boolean bare = schema.getProperties() == null
                && schema.getAdditionalPropertiesSchema() == null
                && schema.getAllOf() == null
                && schema.getOneOf() == null;
        if (bare && List.of(Schema.SchemaType.OBJECT).equals(schema.getType())) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        }
    }
}
