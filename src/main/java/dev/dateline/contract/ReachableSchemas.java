package dev.dateline.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Leaves in a document only the schemas that its operations use: each reader gets the vocabulary of one half. */
final class ReachableSchemas {

    private final Set<String> reached = new HashSet<>();
    private final Deque<Schema> open = new ArrayDeque<>();

    private ReachableSchemas() {}

    static void keep(OpenAPI document) {
        ReachableSchemas sent = new ReachableSchemas();
        ReachableSchemas all = new ReachableSchemas();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    sent.visitRequest(operation);
                    all.visitRequest(operation);
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .values()
                            .forEach(response -> all.visit(response.getContent()));
                });
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        MessageSchemas.all().keySet().stream()
                .map(schemas::get)
                .filter(Objects::nonNull)
                .forEach(all::visit);
        sent.follow(schemas);
        all.follow(schemas);
        all.reached.addAll(MessageSchemas.all().keySet());
        schemas.keySet().retainAll(all.reached);
        schemas.forEach((name, schema) -> {
            if (!sent.reached.contains(name)) {
                PortableSchema.answered(schema);
            }
        });
        document.getComponents().setSchemas(schemas);
    }

    private void visitRequest(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            visit(operation.getRequestBody().getContent());
        }
    }

    private void visit(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> visit(type.getSchema()));
        }
    }

    private void visit(@Nullable Schema schema) {
        if (schema != null) {
            open.add(schema);
        }
    }

    private void visit(@Nullable List<Schema> schemas) {
        if (schemas != null) {
            open.addAll(schemas);
        }
    }

    private void follow(Map<String, Schema> all) {
        while (!open.isEmpty()) {
            Schema schema = open.remove();
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
                if (reached.add(name)) {
                    visit(all.get(name));
                }
            }
            if (schema.getProperties() != null) {
                open.addAll(schema.getProperties().values());
            }
            visit(schema.getItems());
            visit(schema.getAdditionalPropertiesSchema());
            visit(schema.getAllOf());
            visit(schema.getOneOf());
            visit(schema.getAnyOf());
        }
    }
}
