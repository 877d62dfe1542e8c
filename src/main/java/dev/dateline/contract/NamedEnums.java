package dev.dateline.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives the choices of parameters and fields a schema and a name of their own: clients get one type for the same choice, and not
 * one for each operation. The name is the {@code title} of the parameter's or the field's schema.
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
        List.copyOf(schemas.values()).stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(this::nameFields);
    }

    private void nameFields(Schema object) {
        Map.copyOf(object.getProperties()).forEach((name, field) -> {
            if (field.getEnumeration() != null && field.getTitle() != null) {
                keep(field, "A choice.");
                object.addProperty(
                        name, OASFactory.createSchema().ref(field.getTitle()).description(field.getDescription()));
            }
        });
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
        keep(schema, "A choice of the parameter `" + parameter.getName() + "`.");
        parameter.setSchema(OASFactory.createSchema().ref(schema.getTitle()));
    }

    private void keep(Schema choice, String description) {
        Schema known = schemas.put(
                choice.getTitle(),
                OASFactory.createSchema()
                        .type(choice.getType())
                        .enumeration(choice.getEnumeration())
                        .description(description));
        if (known != null && !choice.getEnumeration().equals(known.getEnumeration())) {
            throw new IllegalStateException(choice.getTitle() + " is the name of other choices too.");
        }
    }
}
