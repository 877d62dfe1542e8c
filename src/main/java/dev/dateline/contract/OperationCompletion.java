package dev.dateline.contract;

import dev.dateline.content.ContentKind;
import dev.dateline.exchange.ImportFormat;
import dev.dateline.problem.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to one operation what follows from its shape: problem responses, headers, the description of common parameters. */
final class OperationCompletion {

    private static final int MAX_LENGTH = 4096;

    /** The largest whole number that JavaScript keeps exactly. */
    private static final long MAX_EXACT = (1L << 53) - 1;

    /** What has no version: nobody changes it, or nothing of it but a name, or it is never the same. */
    private static final Pattern UNVERSIONED =
            Pattern.compile("^/v1/(editorial/(imports|bulk|keys|webhooks|removals)|changes/stream)");

    private final String path;
    private final PathItem.HttpMethod method;
    private final Operation operation;
    private final boolean editorial;

    OperationCompletion(String path, PathItem.HttpMethod method, Operation operation, boolean editorial) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.editorial = editorial;
    }

    void complete() {
        parameters();
        if ("createImport".equals(operation.getOperationId())) {
            operation.getRequestBody().setContent(importFormats());
        }
        Map<String, APIResponse> responses =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        responses.values().removeIf(Objects::isNull);
        responses.forEach((status, response) -> headers(status, response));
        problems().forEach(type -> responses.put(Integer.toString(type.status()), ProblemResponse.of(type)));
        if (isDelivered()) {
            if (!UNVERSIONED.matcher(path).find()) {
                responses.put(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("Nothing has changed since the ETag that was sent."));
            }
            if (hasSlug()) {
                responses.put("308", redirect("It has another address now; follow `Location`."));
            }
            if (has("fallback")) {
                responses.put("307", redirect("Its translation is there; follow `Location`."));
            } else if (has("language")) {
                responses.put("307", redirect("`auto` leads to the reader's language; follow `Location`."));
            }
        }
        APIResponses all = OASFactory.createAPIResponses();
        responses.forEach(all::addAPIResponse);
        operation.setResponses(all);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setExtensions(null);
            if (operation.getRequestBody().getRequired() == null) {
                operation.getRequestBody().setRequired(false);
            }
        }
    }

    /** Whether the address itself is the key. */
    private boolean isOpen() {
        return path.startsWith("/v1/previews") || path.startsWith("/v1/removal-receipts");
    }

    /** Whether it is read from memory, by everybody. */
    private boolean isDelivered() {
        return !editorial && !isOpen();
    }

    private static Content importFormats() {
        Content content = OASFactory.createContent();
        for (ImportFormat format : ImportFormat.values()) {
            content.addMediaType(
                    format.mediaType(), OASFactory.createMediaType().schema(text().description(format.description())));
        }
        return content;
    }

    private boolean hasSlug() {
        return path.contains("{article}")
                || path.contains("{list}")
                || path.contains("{front}")
                || path.contains("{tag}");
    }

    private boolean has(String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(given -> parameter.equals(given.getName()));
    }

    private List<ProblemType> problems() {
        List<ProblemType> types = new ArrayList<>(List.of(
                ProblemType.METHOD_NOT_ALLOWED,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.ADDRESS_TOO_LONG,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE));
        boolean writes = method != PathItem.HttpMethod.GET;
        types.add(operation.getRequestBody() == null ? ProblemType.INVALID_PARAMETER : ProblemType.INVALID_INPUT);
        types.add(ProblemType.UNAUTHENTICATED);
        types.add(ProblemType.FORBIDDEN);
        if (path.contains("{") || isBulk() || path.startsWith("/v1/sitemaps")) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (path.contains("{article}") || path.contains("{list}") || path.contains("{front}")) {
            types.add(ProblemType.WITHDRAWN);
        }
        if (path.startsWith("/v1/changes") || path.endsWith("/replay")) {
            types.add(ProblemType.CURSOR_EXPIRED);
        }
        if (isOpen()) {
            types.remove(ProblemType.FORBIDDEN);
        } else if (writes && !path.startsWith("/v1/editorial/imports") && !path.startsWith("/v1/editorial/keys")) {
            types.add(ProblemType.CONFLICT);
        }
        if (has("If-Match") || isBulk()) {
            types.add(ProblemType.STALE);
            types.add(ProblemType.PRECONDITION_REQUIRED);
        }
        if (has("Idempotency-Key")) {
            types.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        if (operation.getRequestBody() != null) {
            types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            types.add(ProblemType.BODY_TOO_LARGE);
        }
        return types;
    }

    /** An atomic one answers as the operation that failed. */
    private boolean isBulk() {
        return path.equals("/v1/editorial/bulk");
    }

    private static APIResponse redirect(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .addHeader("Location", ProblemResponse.header("The address."));
    }

    private void headers(String status, APIResponse response) {
        boolean versioned = has("If-Match") || has("Idempotency-Key") || path.endsWith("{id}");
        boolean tagged = (isDelivered() || (editorial && versioned))
                && !UNVERSIONED.matcher(path).find();
        if (status.startsWith("2") && !status.equals("204") && tagged) {
            response.addHeader(
                    "ETag",
                    ProblemResponse.header(editorial ? "The version, for `If-Match`." : "For `If-None-Match`."));
        }
        if (status.equals("201") || status.equals("202")) {
            response.addHeader("Location", ProblemResponse.header("Where it is now."));
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    private void parameters() {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case "id" -> {
                    if (parameter.getIn() == Parameter.In.PATH) {
                        parameter.setDescription("Its id.");
                        parameter.setSchema(text().format("uuid"));
                    }
                }
                case "collection" -> {
                    parameter.setDescription("What kind of thing it is.");
                    parameter.setExample("articles");
                    parameter.setSchema(text().title("WorkingCopyCollection")
                            .enumeration(KindOperations.KINDS.stream()
                                    .<Object>map(ContentKind::collection)
                                    .toList()));
                }
                case "If-Match" -> {
                    parameter.setDescription(
                            "The ETag of the version that you change, or `*` to overwrite whatever is there.");
                    parameter.setRequired(true);
                    parameter.setExample("\"1\"");
                    parameter.setSchema(text());
                }
                case "Idempotency-Key" -> {
                    parameter.setDescription(
                            "Makes it safe to repeat this creation for two days: 1 to 255 visible ASCII characters.");
                    parameter.setSchema(text().minLength(1).maxLength(255));
                }
                default -> {}
            }
            limit(parameter.getSchema());
        }
    }

    /** A text in an address is never longer than its request line, one in a header never longer than all of them. */
    private static void limit(Schema schema) {
        boolean open = schema.getRef() == null && schema.getEnumeration() == null && schema.getFormat() == null;
        if (open
                && schema.getMaxLength() == null
                && List.of(Schema.SchemaType.STRING).equals(schema.getType())) {
            schema.setMaxLength(MAX_LENGTH);
        }
        if (List.of(Schema.SchemaType.INTEGER).equals(schema.getType()) && schema.getMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf("int64".equals(schema.getFormat()) ? MAX_EXACT : Integer.MAX_VALUE));
        }
    }
}
