package dev.dateline.editorial.audit;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody tries in vain is in the audit trail, once, when the answer is there. */
@DatelineTest
class RefusalsTest {

    private String id;
    private JsonNode key;

    @BeforeEach
    void anArticleAndAContributor() {
        id = create("articles", article("en", "Tried in vain")).get("id").textValue();
        key = Newsroom.createKey("contributor " + UUID.randomUUID(), "contributor");
    }

    private RequestSpecification contributor() {
        return reader().header("Authorization", "Bearer " + key.get("key").textValue())
                .header("If-Match", "*")
                .contentType(ContentType.JSON);
    }

    private List<String> refused() {
        return tree(editor().queryParam("actor", key.get("name").textValue())
                        .queryParam("refused", true)
                        .get("/v1/editorial/audit")
                        .asString())
                .get("items")
                .findParents("action")
                .stream()
                .map(entry -> entry.get("action").textValue() + " "
                        + entry.get("kind").textValue() + " "
                        + entry.path("target").asText("-"))
                .toList();
    }

    @Test
    void whatTheRoleDoesNotAllow() {
        String target = " article " + id;
        contributor().delete("/v1/editorial/articles/" + id).then().statusCode(403);
        assertThat(refused()).containsExactly("delete" + target);
        contributor()
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(403);
        contributor()
                .body(json("state", "in-review"))
                .put("/v1/editorial/articles/" + id + "/review")
                .then()
                .statusCode(200);
        contributor()
                .body(json("state", "approved"))
                .put("/v1/editorial/articles/" + id + "/review")
                .then()
                .statusCode(403);
        contributor()
                .delete("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(403);
        contributor()
                .delete("/v1/editorial/articles/" + id + "/schedule")
                .then()
                .statusCode(403);
        assertThat(refused())
                .containsExactly(
                        "cancel-schedule" + target,
                        "withdraw" + target,
                        "approve" + target,
                        "publish" + target,
                        "delete" + target);
    }

    @Test
    void whatWasWantedIsToldExactlyAndWhy() {
        String target = " article " + id;
        contributor()
                .body("{\"at\": \"2100-01-01T00:00:00Z\"}")
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(403);
        contributor()
                .body("{\"overLegalWithdrawal\": true}")
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(403);
        assertThat(refused()).containsExactly("lift-legal-withdrawal" + target, "schedule" + target);

        String empty = create("articles", json("language", "en")).get("id").textValue();
        with("editor")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .put("/v1/editorial/articles/" + empty + "/publication")
                .then()
                .statusCode(409);
        assertThat(tree(editor().get("/v1/editorial/audit?refused=true&target=" + empty)
                                .asString())
                        .at("/items/0/refusal")
                        .textValue())
                .startsWith("It cannot be published yet. /");
    }

    @Test
    void nobodyFillsTheTrail() {
        for (int i = 0; i < AuditLog.MOST_A_MINUTE + 5; i++) {
            contributor().delete("/v1/editorial/articles/" + id).then().statusCode(403);
        }
        JsonNode first = tree(editor().queryParam("actor", key.get("name").textValue())
                .queryParam("limit", 100)
                .get("/v1/editorial/audit")
                .asString());
        assertThat(first.get("items")).hasSize(AuditLog.MOST_A_MINUTE);
        assertThat(first.has("next")).isFalse();
        assertThat(first.at("/items/0/refusal").textValue()).endsWith("within this minute is not noted.");
    }

    @Test
    void whatIsForAdministrators() {
        String other = Newsroom.createKey("other", "reader").get("id").textValue();
        contributor().delete("/v1/editorial/keys/" + other).then().statusCode(403);
        contributor()
                .body("{\"name\": \"mine\", \"role\": \"admin\"}")
                .post("/v1/editorial/keys")
                .then()
                .statusCode(403);
        contributor()
                .body("{\"url\": \"https://example.org/hook\"}")
                .post("/v1/editorial/webhooks")
                .then()
                .statusCode(403);
        contributor()
                .contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post("/v1/editorial/imports")
                .then()
                .statusCode(403);
        assertThat(refused())
                .containsExactly("create import -", "create webhook -", "create key -", "delete key " + other);
    }

    @Test
    void whatSomebodyElseWasFasterWithAndWhatIsTaken() {
        String slug = "taken-" + UUID.randomUUID();
        create("articles", article("en", "First").replaceFirst("\\{", "{\"slug\": \"" + slug + "\", "));
        contributor()
                .body(article("en", "Second").replaceFirst("\\{", "{\"slug\": \"" + slug + "\", "))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(409);
        reader().header("Authorization", "Bearer " + key.get("key").textValue())
                .header("If-Match", "\"77\"")
                .contentType("application/merge-patch+json")
                .body(json("kicker", "Late"))
                .patch("/v1/editorial/articles/" + id)
                .then()
                .statusCode(412);
        assertThat(refused()).containsExactly("edit article " + id, "create article -");
    }

    @Test
    void whatIsRefusedInBulk() {
        String draft = create("articles", article("en", "A draft")).get("id").textValue();
        publish("articles", id);
        contributor()
                .body("""
                        {"operations": [
                            {"method": "DELETE", "path": "/v1/editorial/articles/%1$s", "ifMatch": "*"},
                            {"method": "PUT", "path": "/v1/editorial/articles/%1$s/publication", "ifMatch": "*"},
                            {"method": "PUT", "path": "/v1/editorial/articles/%2$s/review", "ifMatch": "*",
                                "body": {"state": "in-review"}},
                            {"method": "DELETE", "path": "/v1/editorial/articles/%1$s", "ifMatch": "*"},
                            {"method": "POST", "path": "/v1/editorial/articles", "body": {"headlin": "x"}}]}
                        """.formatted(id, draft))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(200);
        assertThat(refused())
                .as("what went well before says nothing of what was refused")
                .containsExactly("delete article " + id, "publish article " + id, "delete article " + id);

        JsonNode reader = Newsroom.createKey("reader " + UUID.randomUUID(), "reader");
        reader().header("Authorization", "Bearer " + reader.get("key").textValue())
                .contentType(ContentType.JSON)
                .body("{\"operations\": [{\"method\": \"DELETE\", \"path\": \"/v1/editorial/articles/" + id + "\"}]}")
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(403);
        assertThat(tree(editor().queryParam("actor", reader.get("name").textValue())
                                .get("/v1/editorial/audit")
                                .asString())
                        .get("items"))
                .extracting(entry -> entry.get("kind").textValue())
                .containsExactly("bulk");
    }

    @Test
    void whatIsForEditorsOfTags() {
        String slug = "used-" + UUID.randomUUID();
        String tag = createTag("topic", slug, slug).get("id").textValue();
        contributor().delete("/v1/editorial/tags/" + tag).then().statusCode(403);
        contributor()
                .body(json("into", UUID.randomUUID().toString()))
                .put("/v1/editorial/tags/" + tag + "/merge")
                .then()
                .statusCode(403);
        assertThat(refused()).containsExactly("merge tag " + tag, "delete tag " + tag);
    }

    @Test
    void whatCouldNotBeUnderstoodAndWhatWasOnlyReadIsNoAttempt() {
        contributor()
                .body("{\"headlin\": \"x\"}")
                .post("/v1/editorial/articles")
                .then()
                .statusCode(400);
        contributor().body("{").put("/v1/editorial/articles/" + id).then().statusCode(400);
        contributor()
                .delete("/v1/editorial/articles/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        contributor().get("/v1/editorial/keys").then().statusCode(403);
        assertThat(refused()).hasSize(1).first().asString().startsWith("delete article ");
        reader().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/editorial/articles")
                .then()
                .statusCode(401);
    }
}
