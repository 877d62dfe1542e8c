package dev.dateline.access;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People have names, wherever the newsroom is told who did something. */
@DatelineTest
class ActorsTest {

    private static RequestSpecification bearer(JsonNode key) {
        return reader().header("Authorization", "Bearer " + key.get("key").textValue());
    }

    private static JsonNode key(String name, String role) {
        return Newsroom.createKey(name + " " + UUID.randomUUID().toString().substring(0, 6), role);
    }

    @Test
    void aKeyIsShownByItsNameAndKeepsItsHistoryUnderANewOne() {
        JsonNode key = key("Алена Карповіч", "contributor");
        String name = key.get("name").textValue();
        String actor = "key:" + key.get("prefix").textValue();
        String id = tree(bearer(key)
                        .contentType(ContentType.JSON)
                        .body(article("be", "Хто гэта напісаў"))
                        .post("/v1/editorial/articles")
                        .asString())
                .get("id")
                .textValue();
        editor().get("/v1/editorial/articles/" + id)
                .then()
                .body("revisedBy.id", equalTo(actor))
                .body("revisedBy.name", equalTo(name));
        editor().get("/v1/editorial/articles/" + id + "/revisions").then().body("items[0].by.name", equalTo(name));

        String renamed = "Alena " + actor;
        editor().contentType(ContentType.JSON)
                .body(json("name", renamed))
                .patch("/v1/editorial/keys/" + key.get("id").textValue())
                .then()
                .statusCode(200)
                .body("name", equalTo(renamed));
        editor().queryParam("actor", renamed)
                .get("/v1/editorial/audit")
                .then()
                .statusCode(200)
                .body("items.target", hasItems(id))
                .body("items.actor.name", everyItem(equalTo(renamed)));
        editor().queryParam("modified-by", renamed)
                .get("/v1/editorial/articles")
                .then()
                .body("items.id", hasItems(id));
        editor().queryParam("actor", name)
                .get("/v1/editorial/audit")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("actor"));
    }

    @Test
    void whoAsksIsToldWhoTheyAreAndWhatTheyMayDo() {
        JsonNode key = key("Desk", "editor");
        bearer(key)
                .get("/v1/editorial/me")
                .then()
                .statusCode(200)
                .body("id", equalTo("key:" + key.get("prefix").textValue()))
                .body("name", equalTo(key.get("name").textValue()))
                .body("role", equalTo("editor"))
                .body("may", hasItems("write", "publish", "read-audit"))
                .body("may", not(hasItems("import")));
        editor().get("/v1/editorial/me").then().body("role", equalTo("admin")).body("may", hasItems("import"));
        reader().get("/v1/editorial/me").then().statusCode(401);
    }

    @Test
    void aKeyIsNotGivenAnEmptyName() {
        JsonNode key = key("Named", "reader");
        editor().contentType(ContentType.JSON)
                .body(json("name", " "))
                .patch("/v1/editorial/keys/" + key.get("id").textValue())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        bearer(key).get("/v1/editorial/me").then().body("may", equalTo(java.util.List.of("read")));
    }

    @Test
    void whoComesTooLateReadsAName() {
        JsonNode key = key("Зміцер", "contributor");
        String id = create("articles", article("be", "Два рэдактары")).get("id").textValue();
        bearer(key)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(json("kicker", "Першы"))
                .patch("/v1/editorial/articles/" + id)
                .then()
                .statusCode(200);
        Newsroom.patch("articles", id, "\"1\"", json("kicker", "Другі"))
                .then()
                .statusCode(412)
                .body(
                        "detail",
                        org.hamcrest.Matchers.containsString(
                                "was saved by " + key.get("name").textValue()));
    }
}
