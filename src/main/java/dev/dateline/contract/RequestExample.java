package dev.dateline.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Puts the example of a request's body together from the examples of its fields, so that the documentation page can send it as it
 * is. A field without an example is left out.
 */
final class RequestExample {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    RequestExample(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    Optional<Object> of(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().get(0));
        } else if (schema.getRef() != null) {
            return Optional.ofNullable(schemas.get(schema.getRef().substring(PREFIX.length())))
                    .flatMap(this::of);
        } else if (schema.getEnumeration() != null) {
            return Optional.of(schema.getEnumeration().get(0));
        } else if (schema.getProperties() == null) {
            return Optional.empty();
        }
        Map<String, Object> example = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> {
            if (!Boolean.TRUE.equals(property.getReadOnly()) && isChosen(name, property, schema)) {
                of(property)
                        .filter(value -> !(value instanceof Collection<?> list && list.isEmpty()))
                        .ifPresent(value -> example.put(name, value));
            }
        });
        return Optional.of(example);
    }

    /** Not one of some words that nobody has to say, and that has no usual one: it may not go with the rest. */
    private boolean isChosen(String name, Schema property, Schema of) {
        boolean isNeeded = of.getRequired() != null && of.getRequired().contains(name);
        return isNeeded || property.getDefaultValue() != null || !isEnumeration(property);
    }

    private boolean isEnumeration(Schema property) {
        return property.getRef() != null
                && Optional.ofNullable(schemas.get(property.getRef().substring(PREFIX.length())))
                        .map(Schema::getEnumeration)
                        .isPresent();
    }
}
