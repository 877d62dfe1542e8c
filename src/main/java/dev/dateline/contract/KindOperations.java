package dev.dateline.contract;

import dev.dateline.content.ContentKind;
import dev.dateline.http.JsonBodyReader;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes out one operation a kind, with its own types, for each that one resource serves for every kind. */
final class KindOperations {

    /** Those with working copies. */
    static final List<ContentKind> KINDS = ContentKind.ALL.stream()
            .filter(kind -> !kind.equals(ContentKind.TAG))
            .toList();

    /** Parameters of a list that other kinds refuse. */
    private static final Set<String> ARTICLES_ONLY = Set.of("kind", "embargoed", "tag", "section", "contributor");

    /** Kinds that name others, and show them when asked to. */
    private static final Set<ContentKind> NAMING = Set.of(ContentKind.STORY_LIST, ContentKind.FRONT);

    private static final String COLLECTION = "/v1/editorial/{collection}";
    private static final String ONE = COLLECTION + "/{id}";

    private KindOperations() {}

    /** As a heading of the document. */
    static String tag(ContentKind kind) {
        return "Editing " + things(kind);
    }

    private static String things(ContentKind kind) {
        return kind.collection().replace('-', ' ');
    }

    private static String article(ContentKind kind) {
        return "aeiou".indexOf(kind.name().charAt(0)) >= 0 ? "an" : "a";
    }

    static void expand(OpenAPI document) {
        Map<String, PathItem> paths = new TreeMap<>(document.getPaths().getPathItems());
        for (String path : List.of(COLLECTION, ONE)) {
            PathItem all = Objects.requireNonNull(paths.remove(path));
            for (ContentKind kind : KINDS) {
                PathItem own = OASFactory.createPathItem();
                all.getOperations().forEach((method, one) -> own.setOperation(method, operation(kind, method, one)));
                paths.put(path.replace("{collection}", kind.collection()), own);
            }
        }
        document.getPaths().setPathItems(paths);
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        KINDS.forEach(kind -> schemas.putAll(schemas(kind)));
        document.getComponents().setSchemas(schemas);
    }

    private static Operation operation(ContentKind kind, PathItem.HttpMethod method, Operation all) {
        List<Parameter> parameters = new ArrayList<>(all.getParameters());
        parameters.removeIf(parameter -> "collection".equals(parameter.getName())
                || ("expand".equals(parameter.getName()) && !NAMING.contains(kind))
                || (!kind.equals(ContentKind.LIVE_UPDATE) && "article".equals(parameter.getName()))
                || (!kind.equals(ContentKind.ARTICLE) && ARTICLES_ONLY.contains(parameter.getName())));
        Operation own = OASFactory.createOperation()
                .operationId(all.getOperationId().replace("{Type}", kind.typeName()))
                .summary(all.getSummary()
                        .replace("{a thing}", article(kind) + " " + kind.words())
                        .replace("{things}", things(kind)))
                .description(all.getDescription())
                .addTag(tag(kind))
                .parameters(parameters.isEmpty() ? null : parameters)
                .responses(responses(kind, method, all));
        own.setExtensions(all.getExtensions());
        if (method == PathItem.HttpMethod.PATCH) {
            body(own, JsonBodyReader.MERGE_PATCH, "MergePatch");
            own.getRequestBody()
                    .getContent()
                    .getMediaType(JsonBodyReader.MERGE_PATCH)
                    .setExample(Map.of(textField(kind), "In better words"));
        } else if (all.getRequestBody() != null) {
            body(own, MediaType.APPLICATION_JSON, kind.typeName() + "Content");
        }
        return own;
    }

    /** One that can be changed by itself. */
    private static String textField(ContentKind kind) {
        if (kind.equals(ContentKind.ARTICLE)) {
            return "kicker";
        }
        return kind.equals(ContentKind.ALERT) ? "text" : "title";
    }

    private static void body(Operation operation, String mediaType, String schema) {
        operation.setRequestBody(OASFactory.createRequestBody().required(true).content(content(mediaType, schema)));
    }

    private static APIResponses responses(ContentKind kind, PathItem.HttpMethod method, Operation all) {
        String one = kind.typeName() + "WorkingCopy";
        return switch (method) {
            case POST -> response("201", "The new " + kind.words() + ".", one);
            case PUT -> response("200", "The " + kind.words() + ", replaced.", one);
            case PATCH -> response("200", "The " + kind.words() + ", changed.", one);
            case GET ->
                all.getOperationId().startsWith("list")
                        ? response("200", "A page of " + things(kind) + ".", one + "Page")
                        : response("200", "The " + kind.words() + ".", one);
            default -> all.getResponses();
        };
    }

    private static APIResponses response(String status, String description, String schema) {
        return OASFactory.createAPIResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(content(MediaType.APPLICATION_JSON, schema)));
    }

    private static Content content(String mediaType, String schema) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema)));
    }

    private static Map<String, Schema> schemas(ContentKind kind) {
        String one = kind.typeName() + "WorkingCopy";
        String thing = article(kind).substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + article(kind).substring(1) + " " + kind.words();
        Schema workingCopy = object(thing + " as the newsroom works on it: status and content side by side.")
                .addAllOf(OASFactory.createSchema().ref("WorkingCopyStatus"))
                .addAllOf(OASFactory.createSchema().ref(kind.typeName() + "Content"));
        return Map.of(
                one,
                NAMING.contains(kind) ? workingCopy.addAllOf(entries()) : workingCopy,
                one + "Page",
                object("A page of " + things(kind) + ".")
                        .addRequired("items")
                        .addProperty(
                                "items",
                                OASFactory.createSchema()
                                        .type(List.of(Schema.SchemaType.ARRAY))
                                        .items(OASFactory.createSchema().ref(one)))
                        .addProperty("count", OASFactory.createSchema().ref("MatchCount"))
                        .addProperty("next", reference())
                        .addProperty("previous", reference()));
    }

    private static Schema entries() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .addProperty(
                        "entries",
                        object("What it names, by id: only with `expand=entries`. Ignored in what is sent.")
                                .additionalPropertiesSchema(
                                        OASFactory.createSchema().ref("ListedEntry")));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)).description(description);
    }

    private static Schema reference() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).format("uri-reference");
    }
}
