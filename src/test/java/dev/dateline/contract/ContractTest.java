package dev.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI documents are those of the program, and what their examples promise is so. */
@DatelineTest
class ContractTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Left out of the replay: they need a file or something that only an answer names, or end what the others need. */
    private static final Set<String> NOT_REPLAYED = Set.of(
            "createImport",
            "getImport",
            "listImportProblems",
            "revokeKey",
            "cancelSchedule",
            "mergeTag",
            "undoTagMerge",
            "splitTag",
            "openPreview",
            "revokePreview",
            "replayWebhook",
            "retryWebhookDelivery",
            "uploadImage",
            "describeEmbed",
            "getImageRendition",
            "getPreviewImage",
            "getLiveUpdate",
            "streamChanges",
            "acknowledgeRemoval",
            "getRemoval",
            "remindOfRemoval",
            "noteRemovalAcknowledged");

    private final Map<String, String> created = new HashMap<>();
    private final List<String> wrongHeaders = new ArrayList<>();

    @Test
    void theCommittedDocumentsAreThoseOfTheProgram() throws IOException {
        for (String name : List.of("delivery", "editorial")) {
            String served = Newsroom.reader().get("/openapi/" + name).asString();
            Path committed = Path.of("openapi", name + ".yaml");
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(committed, served);
            }
            assertThat(served)
                    .as("run: mvn verify -Dopenapi.update, look at the difference and commit it")
                    .isEqualTo(Files.readString(committed));
        }
    }

    @Test
    void everyOperationIsDescribed() throws IOException {
        for (JsonNode document : documents()) {
            operations(document).forEach(operation -> {
                String name = operation.node.path("operationId").asText();
                assertThat(name).isNotEmpty();
                assertThat(operation.node.path("summary").asText()).as(name).isNotEmpty();
                assertThat(operation.node.path("description").asText()).as(name).isNotEmpty();
                assertThat(operation.node.path("responses").has("500")).as(name).isTrue();
                operation
                        .node
                        .path("parameters")
                        .forEach(parameter -> assertThat(
                                        parameter.path("description").asText())
                                .as(name + " " + parameter.path("name"))
                                .isNotEmpty());
                if (operation.path.startsWith("/v1/editorial")) {
                    assertThat(operation.node.path("x-required-role").asText())
                            .as(name)
                            .isNotEmpty();
                }
            });
        }
    }

    @Test
    void everyExampleDoesWhatItSays() throws IOException {
        await().until(() -> Newsroom.reader().get("/v1/search?q=index").statusCode() == 200);
        created.put(
                "/v1/editorial/images",
                Pictures.upload(Pictures.jpeg(64, 48, (int) System.nanoTime()))
                        .get("id")
                        .textValue());
        int replayed = 0;
        for (JsonNode document : documents()) {
            List<Operation> operations = new ArrayList<>(operations(document));
            operations.sort(java.util.Comparator.comparingInt(Operation::turn));
            for (Operation operation : operations) {
                if (operation.path.equals("/v1/editorial/sites") && operation.method.equals("post")) {
                    theSiteOfTheSampleMakesWay();
                }
                if (!NOT_REPLAYED.contains(operation.node.path("operationId").asText())) {
                    replay(document, operation);
                    replayed++;
                }
            }
        }
        thereIsASiteAgain();
        assertThat(replayed).isGreaterThan(35);
        assertThat(wrongHeaders)
                .as("sent and not declared, or declared and not sent")
                .isEmpty();
    }

    /** There can be one. */
    private static void theSiteOfTheSampleMakesWay() {
        String id = Newsroom.editor().get("/v1/editorial/sites").path("items[0].id");
        Newsroom.withdraw("sites", id);
        Newsroom.editor()
                .header("If-Match", "*")
                .delete("/v1/editorial/sites/" + id)
                .then()
                .statusCode(204);
    }

    private static void thereIsASiteAgain() {
        List<String> there = Newsroom.editor().get("/v1/editorial/sites").path("items.id");
        String id = there.isEmpty()
                ? Newsroom.create("sites", "{\"title\": \"Again\"}").get("id").textValue()
                : there.get(0);
        Newsroom.publish("sites", id);
    }

    private record Operation(String path, String method, JsonNode node) {

        /** Creations first, what ends a thing last. */
        int turn() {
            return switch (method) {
                case "post" -> 0;
                case "delete" -> path.endsWith("publication") || path.contains("/entries/") ? 4 : 6;
                case "put" -> path.endsWith("publication") ? 3 : path.endsWith("withdrawal") ? 5 : 1;
                default -> 2;
            };
        }
    }

    private static List<JsonNode> documents() throws IOException {
        return List.of(
                YAML.readTree(Path.of("openapi/delivery.yaml").toFile()),
                YAML.readTree(Path.of("openapi/editorial.yaml").toFile()));
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(new Operation(
                                path.getKey(), method, path.getValue().get(method)))));
        return operations;
    }

    private void replay(JsonNode document, Operation operation) throws IOException {
        String name = operation.node.get("operationId").asText();
        RequestSpecification request = Newsroom.editor();
        String path = operation.path;
        for (JsonNode parameter : operation.node.path("parameters")) {
            String example = parameter.path("example").asText();
            switch (parameter.get("in").asText()) {
                case "path" ->
                    path = path.replace(
                            "{" + parameter.get("name").asText() + "}", example.isEmpty() ? id(path) : example);
                case "query" -> {
                    if (!example.isEmpty()) {
                        request.queryParam(parameter.get("name").asText(), example);
                    }
                }
                default -> {
                    if (parameter.get("name").asText().equals("If-Match")) {
                        request.header("If-Match", "*");
                    }
                }
            }
        }
        JsonNode body = operation.node.path("requestBody").path("content");
        if (!body.isMissingNode()) {
            String mediaType = body.fieldNames().next();
            request.contentType(mediaType)
                    .body(
                            body.get(mediaType).path("example").isMissingNode()
                                    ? "{}"
                                    : body.get(mediaType).get("example").toString());
        }
        Response answer = request.request(operation.method.toUpperCase(java.util.Locale.ROOT), path);
        String expected = operation.node.get("responses").fieldNames().next();
        assertThat(answer.statusCode())
                .as(name + " " + path + ": " + answer.asString())
                .isEqualTo(Integer.parseInt(expected));
        JsonNode declared = operation.node.at("/responses/" + expected + "/headers");
        for (String header : List.of("ETag", "Location")) {
            if (answer.headers().hasHeaderWithName(header) != declared.has(header)) {
                wrongHeaders.add(name + " " + header);
            }
        }
        if (operation.method.equals("post")) {
            created.put(operation.path, answer.path("id"));
        }
        JsonNode schema = operation.node.at("/responses/" + expected + "/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            assertThat(faults(document, schema, Newsroom.tree(answer.asString())))
                    .as(name)
                    .isEmpty();
        }
    }

    private String id(String path) {
        String collection = path.substring(0, path.indexOf("/{id}"));
        assertThat(created).as("something created to try " + path).containsKey(collection);
        return created.get(collection);
    }

    private static List<String> faults(JsonNode document, JsonNode schema, JsonNode answer) {
        ObjectNode root = Newsroom.JSON.createObjectNode();
        root.setAll((ObjectNode) schema.deepCopy());
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root).validate(answer).stream()
                .map(Object::toString)
                .toList();
    }
}
