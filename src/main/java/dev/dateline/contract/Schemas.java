package dev.dateline.contract;

import dev.dateline.content.ContentKind;
import dev.dateline.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts the finishing touches to schemas. */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private Schemas() {}

    /** Says in the schema of a sealed type which values of {@code type} there are, and what each leads to. */
    static void discriminate(Class<?> type, Map<String, Schema> schemas) {
        Schema union = schemas.get(type.getSimpleName());
        if (union != null) {
            Discriminator discriminator = OASFactory.createDiscriminator().propertyName("type");
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                discriminator.addMapping(TypedJson.nameOf(permitted), PREFIX + permitted.getSimpleName());
            }
            union.setDiscriminator(discriminator);
        }
    }

    /**
     * Gives a union the form that every generator of clients reads. The union names its discriminator, maps each value and
     * requires it. In each part the discriminator is a schema of its own with one value, which Go checks. The part does not
     * require it, because Rust takes it away before it reads the part; it is the default, so that clients write it anyway.
     */
    static void union(Schema union, Map<String, Schema> schemas) {
        String discriminator = union.getDiscriminator().getPropertyName();
        union.getDiscriminator().getMapping().forEach((value, reference) -> {
            String part = reference.substring(PREFIX.length());
            String constant =
                    part + discriminator.substring(0, 1).toUpperCase(Locale.ROOT) + discriminator.substring(1);
            schemas.put(
                    constant,
                    OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.STRING))
                            .description("The `" + discriminator + "` of `" + part + "`.")
                            .addEnumeration(value)
                            .defaultValue(value));
            refer(Objects.requireNonNull(schemas.get(part)), discriminator, constant);
        });
        union.setType(null);
        union.setRequired(List.of(discriminator));
    }

    private static void refer(Schema part, String discriminator, String constant) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put(discriminator, OASFactory.createSchema().ref(constant));
        if (part.getProperties() != null) {
            part.getProperties().forEach(properties::putIfAbsent);
        }
        part.setProperties(properties);
        if (part.getRequired() != null) {
            List<String> required = new ArrayList<>(part.getRequired());
            required.remove(discriminator);
            part.setRequired(required.isEmpty() ? null : required);
        }
    }

    static Map<String, Schema> shared() {
        return Map.of(
                "Kind",
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .description("What kind of thing it is.")
                        .enumeration(ContentKind.AUDITED.stream()
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
