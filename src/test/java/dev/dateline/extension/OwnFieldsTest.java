package dev.dateline.extension;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.ConfiguredNewsroom;
import dev.dateline.DatelineTest;
import dev.dateline.Pictures;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newsroom declares fields of its own; {@code src/test/resources/extensions} has what this one declared. */
@DatelineTest
@TestProfile(ConfiguredNewsroom.class)
class OwnFieldsTest {

    private static Response write(String extensions) {
        return post("articles", """
                {"language": "en", "headline": "Sponsored %s", "body": [{"type": "paragraph", "html": "x"}],
                    "extensions": %s}""".formatted(UUID.randomUUID(), extensions));
    }

    @Test
    void readersGetWhatIsDeclaredPublicAndEditorsAll() {
        String id = write("{\"sponsor\": {\"name\": \"A bank\"}, \"fee\": 120.5, \"desks\": [\"news\"]}")
                .then()
                .statusCode(201)
                .body("extensions.fee", equalTo(120.5f))
                .extract()
                .path("id");
        publish("articles", id);
        editor().get("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("extensions.sponsor.name", equalTo("A bank"))
                .body("extensions", not(hasKey("fee")))
                .body("extensions", not(hasKey("desks")));
        editor().get("/v1/articles?limit=1").then().body("items[0].extensions.sponsor.name", equalTo("A bank"));
        editor().get("/v1/editorial/articles/" + id).then().body("extensions.desks", equalTo(List.of("news")));
        patch("articles", id, "*", "{\"extensions\": {\"sponsor\": null}}")
                .then()
                .statusCode(200);
        publish("articles", id);
        editor().get("/v1/articles/" + id).then().body("extensions", nullValue());
    }

    @Test
    void eachFaultNamesItsField() {
        write(
                        "{\"sponsor\": {\"url\": 1}, \"fee\": -1, \"code\": \"x\", \"desks\": [\"news\", \"sport\"], \"colour\": 1}")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/extensions/sponsor/name",
                                "/extensions/sponsor/url",
                                "/extensions/fee",
                                "/extensions/code",
                                "/extensions/desks/1",
                                "/extensions/colour"))
                .body("errors.find { it.pointer == '/extensions/code' }.detail", containsString("^[A-Z]{2}-[0-9]{4}$"));
        write("{\"fee\": 1, \"sponsor\": {\"name\": \"x\", \"$tag\": \"link en x\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/extensions/sponsor/$tag"));
        write("7").then().statusCode(400).body("errors[0].pointer", equalTo("/extensions"));
        post("callouts", "{\"title\": \"x\", \"extensions\": {}}").then().statusCode(400);
    }

    @Test
    void whatIsRequiredIsAskedForWhenItIsPublished() {
        JsonNode draft = create("articles", """
                {"language": "en", "headline": "No fee yet %s", "body": [{"type": "paragraph", "html": "x"}],
                    "extensions": {"desks": ["news"]}}""".formatted(UUID.randomUUID()));
        String address = "/v1/editorial/articles/" + draft.get("id").textValue() + "/publication";
        editor().header("If-Match", "*")
                .put(address)
                .then()
                .statusCode(409)
                .body("errors.pointer", containsInAnyOrder("/extensions/fee"));
        patch("articles", draft.get("id").textValue(), "*", "{\"extensions\": {\"fee\": 5}}");
        editor().header("If-Match", "*").put(address).then().statusCode(200);
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsLookedAt() {
        write("{\"fee\": 1, \"code\": \"%s\", \"other\": 1}".formatted("A".repeat(60_000)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/extensions"))
                .body("errors[0].detail", containsString("50000 bytes"));
        String many = IntStream.range(0, 3_000)
                .mapToObj(i -> "\"f%d\": 1".formatted(i))
                .collect(Collectors.joining(","));
        write("{" + many + "}").then().statusCode(400).body("errors", hasSize(100));
        write("{\"fee\": 1e400}").then().statusCode(400).body("errors.pointer", contains("/extensions/fee"));
    }

    @Test
    void publicIsSaidOfWholeFieldsOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fields.json");
        for (String wrong : List.of(
                "{\"a\": {\"x-public\": \"true\"}}",
                "{\"a\": {\"x-public\": true, \"properties\": {\"b\": {\"x-public\": false}}}}")) {
            Files.writeString(file, "{\"type\": \"object\", \"properties\": " + wrong + "}");
            assertThatThrownBy(() -> ExtensionFile.read(file)).hasMessageContaining("x-public");
        }
    }

    @Test
    void readersAreToldOnlyOfPublicFieldsAndWhatTheseReferTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fields.json");
        Files.writeString(file, """
                {"type": "object", "examples": [{"fee": 7}], "dependentRequired": {"fee": ["score"]},
                    "properties": {"score": {"$ref": "#/$defs/score", "x-public": true}, "fee": {"$ref": "#/$defs/money"}},
                    "$defs": {"score": {"type": "object", "properties": {"home": {"$ref": "#/$defs/goals"}}},
                        "goals": {"type": "integer"}, "money": {"type": "number"}}}""");
        JsonNode told = ExtensionFile.read(file).publicJson();
        assertThat(told.toString()).doesNotContain("fee").doesNotContain("money");
        assertThat(told.path("$defs").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("score", "goals");
    }

    @Test
    void tagsAndPicturesHaveThemToo() {
        String slug = "own-" + UUID.randomUUID();
        create("tags", """
                {"type": "topic", "slug": "%s", "names": {"en": "%s"}, "announced": true,
                    "extensions": {"colour": "#c0ffee", "owner": "desk"}}""".formatted(slug, slug));
        editor().get("/v1/tags/" + slug)
                .then()
                .body("extensions.colour", equalTo("#c0ffee"))
                .body("extensions", not(hasKey("owner")));
        String picture = Pictures.upload(Pictures.jpeg(900, 600, 99)).get("id").textValue();
        editor().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"extensions\": {\"mood\": \"calm\", \"agencyId\": \"secret-17\"}}")
                .patch("/v1/editorial/images/" + picture)
                .then()
                .statusCode(200)
                .body("extensions.agencyId", equalTo("secret-17"));
        String article =
                create("articles", """
                {"language": "en", "headline": "With picture %s", "image": {"id": "%s"}, "extensions": {"fee": 1},
                    "body": [{"type": "paragraph", "html": "x"}]}""".formatted(slug, picture)).get("id").textValue();
        publish("articles", article);
        editor().get("/v1/articles/" + article)
                .then()
                .body("image.extensions.mood", equalTo("calm"))
                .body(not(containsString("secret-17")));
    }

    @Test
    void theServedDocumentsDeclareThem() throws IOException {
        JsonNode delivery = document("delivery");
        assertThat(delivery.at("/components/schemas/Article/properties/extensions/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ArticleFields");
        JsonNode fields = delivery.at("/components/schemas/ArticleFields");
        assertThat(fields.at("/properties/sponsor/properties/name/maxLength").intValue())
                .isEqualTo(100);
        assertThat(fields.path("properties").has("fee")).isFalse();
        assertThat(fields.path("required")).isEmpty();
        JsonNode editorial = document("editorial").at("/components/schemas");
        assertThat(editorial.at("/ArticleFields/properties/desks/items/enum/1").asText())
                .isEqualTo("culture");
        assertThat(editorial.at("/ArticleContent/properties/extensions/$ref").asText())
                .endsWith("/ArticleFields");
        assertThat(editorial.at("/ArticleFields/required/0").asText()).isEqualTo("fee");
        assertThat(delivery.at("/components/schemas/ArticleFields/properties/partner/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ArticleFields/$defs/partner");
        assertThat(editorial.at("/Image/properties/extensions/$ref").asText()).endsWith("/PublicImageFields");
    }

    private static JsonNode document(String name) throws IOException {
        return new YAMLMapper().readTree(editor().get("/openapi/" + name).asString());
    }

    @Test
    void aFileThatIsNoSchemaIsNamedAtTheStart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fields.json");
        assertThatThrownBy(() -> ExtensionFile.read(file)).hasMessageContaining("cannot be read");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> ExtensionFile.read(file)).hasMessageContaining("is no JSON");
        Files.writeString(file, "{\"type\": \"array\"}");
        assertThatThrownBy(() -> ExtensionFile.read(file)).hasMessageContaining("\"type\": \"object\"");
    }
}
