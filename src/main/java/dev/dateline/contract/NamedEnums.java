package dev.dateline.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives the choices of parameters a schema and a name of their own: clients get one type for the same choice, and not one for
 * each operation. The name is the {@code title} of the parameter's schema.
 */
final class NamedEnums {

    private final Map<String, Schema> schemas;

    NamedEnums(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    void name(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(this::name);
    }

    private void name(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema.getEnumeration() == null || schema.getRef() != null) {
            return;
        }
        if (schema.getTitle() == null) {
            throw new IllegalStateException("The choices of " + parameter.getName() + " need a title.");
        }
        if (schema.getDefaultValue() != null) {
            parameter.setDescription(PortableSchema.withDefault(parameter.getDescription(), schema.getDefaultValue()));
        }
        Schema known = schemas.put(
                schema.getTitle(),
                OASFactory.createSchema()
                        .type(schema.getType())
                        .enumeration(schema.getEnumeration())
                        .description("A choice of the parameter `" + parameter.getName() + "`."));
        if (known != null && !schema.getEnumeration().equals(known.getEnumeration())) {
            throw new IllegalStateException(schema.getTitle() + " is the name of other choices too.");
        }
        parameter.setSchema(OASFactory.createSchema().ref(schema.getTitle()));
    }
}
