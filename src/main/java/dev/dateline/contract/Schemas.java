package dev.dateline.contract;

import dev.dateline.content.ContentKind;
import dev.dateline.json.TypedJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts the finishing touches to schemas. */
final class Schemas {

    private static final String TYPE = "type";

    private Schemas() {}

    /** Ids and times are strings with a format, said in place instead of by reference. */
    static void inline(Schema schema) {
        if (schema == null) {
            return;
        }
        format(schema, "UUID", "uuid");
        format(schema, "Instant", "date-time");
        if (schema.getOneOf() != null) {
            schema.setProperties(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Schemas::inline);
        }
        inline(schema.getItems());
        inline(schema.getAdditionalPropertiesSchema());
    }

    private static void format(Schema schema, String name, String format) {
        if (schema.getRef() != null && schema.getRef().endsWith("/" + name)) {
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat(format);
        }
    }

    /** Says in each record that a sealed type permits what its {@code type} is, and in the sealed type which there are. */
    static void union(Class<?> type, Map<String, Schema> schemas) {
        Schema union = schemas.get(type.getSimpleName());
        if (union == null) {
            return;
        }
        Discriminator discriminator = OASFactory.createDiscriminator().propertyName(TYPE);
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            String name = TypedJson.nameOf(permitted);
            discriminator.addMapping(name, "#/components/schemas/" + permitted.getSimpleName());
            Schema schema = schemas.get(permitted.getSimpleName());
            if (schema != null) {
                named(schema, name);
            }
        }
        union.setDiscriminator(discriminator);
    }

    private static void named(Schema schema, String name) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put(
                TYPE,
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .addEnumeration(name));
        Set<String> required = new LinkedHashSet<>(List.of(TYPE));
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(properties::putIfAbsent);
        }
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        schema.setProperties(properties);
        schema.setRequired(List.copyOf(required));
    }

    static Map<String, Schema> shared() {
        return Map.of(
                "Kind",
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .description("What kind of thing it is.")
                        .enumeration(ContentKind.ALL.stream()
                                .<Object>map(ContentKind::name)
                                .toList()),
                "WithdrawnProblem",
                OASFactory.createSchema()
                        .description("A problem that says why something is gone.")
                        .addAllOf(OASFactory.createSchema().ref("Problem"))
                        .addAllOf(OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.OBJECT))
                                .addProperty(
                                        "withdrawal", OASFactory.createSchema().ref("Withdrawal"))),
                "MergePatch",
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.OBJECT))
                        .description("Names what changes; null removes, arrays are replaced whole (RFC 7396).")
                        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true)));
    }
}
