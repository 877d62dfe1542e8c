package dev.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed documents have the form that generators of clients read alike: see decision 16. */
class PortableContractTest {

    private static final Set<String> BESIDE_A_REFERENCE = Set.of("$ref", "description", "readOnly");

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void nothingThatBreaksAGeneratorStandsBesideAReference(String document) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk(read(document), "", (path, node) -> {
            if (node.path("$ref").isTextual() && !BESIDE_A_REFERENCE.containsAll(names(node))) {
                wrong.add(path + " " + names(node));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyPatternIsAnchored(String document) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk(read(document), "", (path, node) -> {
            if (node.path("pattern").isTextual()
                    && !node.path("pattern").asText().matches("(?s)\\^.*\\$")) {
                wrong.add(path + " " + node.path("pattern").asText());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyChoiceHasAName(String document) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk(read(document), "", (path, node) -> {
            if (node.path("enum").isArray() && !path.matches("/components/schemas/[^/]+")) {
                wrong.add(path);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyUnionMapsEachOfItsPartsToAValueThatThePartRepeats(String document) throws IOException {
        JsonNode read = read(document);
        JsonNode schemas = read.at("/components/schemas");
        List<String> unions = new ArrayList<>();
        schemas.properties().forEach(schema -> {
            JsonNode union = schema.getValue();
            if (union.has("oneOf")) {
                unions.add(schema.getKey());
                String discriminator = union.at("/discriminator/propertyName").asText();
                assertThat(union.path("required")).extracting(JsonNode::asText).contains(discriminator);
                JsonNode mapping = union.at("/discriminator/mapping");
                assertThat(mapping).hasSameSizeAs(union.get("oneOf"));
                mapping.properties().forEach(value -> {
                    JsonNode part = read.at(value.getValue().asText().substring(1));
                    JsonNode constant = read.at(part.at("/properties/" + discriminator + "/$ref")
                            .asText()
                            .substring(1));
                    assertThat(constant.path("enum"))
                            .extracting(JsonNode::asText)
                            .containsExactly(value.getKey());
                    assertThat(constant.path("default").asText()).isEqualTo(value.getKey());
                });
            } else {
                assertThat(union.has("anyOf")).as(schema.getKey()).isFalse();
            }
        });
        assertThat(unions).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyObjectSaysWhatItHolds(String document) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk(read(document), "", (path, node) -> {
            boolean says = Stream.of("properties", "additionalProperties", "allOf", "oneOf")
                    .anyMatch(node::has);
            if (node.path("type").asText().equals("object") && !says) {
                wrong.add(path);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyProblemHasAnExampleOfItsOwn(String document) throws IOException {
        List<String> wrong = new ArrayList<>();
        walk(read(document), "", (path, node) -> {
            JsonNode example = node.path("example");
            String status = path.replaceFirst(".*/responses/(\\d+)/.*", "$1");
            if (path.endsWith("application/problem+json")
                    && !example.path("status").asText().equals(status)) {
                wrong.add(path);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "editorial"})
    void everyTextAndListThatIsSentHasALimit(String document) throws IOException {
        JsonNode read = read(document);
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        walk(read.get("paths"), "", (path, node) -> {
            if (path.matches(".*/(parameters/\\d+|requestBody/content/application/(merge-patch\\+)?json)/schema")) {
                unlimited(read, node, path, seen, wrong);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void unlimited(
            JsonNode document, JsonNode schema, String path, Set<String> seen, List<String> wrong) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asText();
            if (seen.add(reference)) {
                unlimited(document, document.at(reference.substring(1)), reference, seen, wrong);
            }
            return;
        }
        String type = schema.path("type").asText();
        boolean isFree = Stream.of("maxLength", "enum").noneMatch(schema::has)
                && !Set.of("uuid", "date-time").contains(schema.path("format").asText());
        boolean isAnswered = schema.path("readOnly").asBoolean();
        if (!isAnswered && ((type.equals("string") && isFree) || (type.equals("array") && !schema.has("maxItems")))) {
            wrong.add(path);
        }
        walk(schema, path, (below, node) -> {
            if (!below.equals(path) && (node.path("type").isTextual() || node.has("$ref")) && !isAnswered) {
                unlimited(document, node, below, seen, wrong);
            }
        });
    }

    private static JsonNode read(String document) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi", document + ".yaml").toFile());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void walk(JsonNode node, String path, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(path, node);
        node.properties().forEach(field -> walk(field.getValue(), path + "/" + field.getKey(), visitor));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, visitor);
            }
        }
    }
}
