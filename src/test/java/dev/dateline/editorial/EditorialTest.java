package dev.dateline.editorial;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.etag;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Writing, publishing and withdrawing. */
@DatelineTest
class EditorialTest {

    @Test
    void editingAPublishedArticleChangesNothingPublicUntilItIsPublishedAgain() {
        String id = create("articles", article("en", "First words")).get("id").textValue();
        publish("articles", id);
        String before = reader().get("/v1/articles/" + id).asString();

        patch("articles", id, "*", """
                        {"headline": "Second words", "lead": "Secret"}""").then().statusCode(200);
        assertThat(reader().get("/v1/articles/" + id).asString()).isEqualTo(before);
        editor().get("/v1/editorial/articles/" + id).then().body("unpublishedChanges", equalTo(true));

        publish("articles", id);
        assertThat(get("/v1/articles/" + id).get("headline").textValue()).isEqualTo("Second words");
    }

    @Test
    void everyWriteNamesTheVersionItChanges() {
        JsonNode draft = create("articles", article("en", "Versions"));
        String path = "/v1/editorial/articles/" + draft.get("id").textValue();

        editor().contentType(ContentType.JSON)
                .body(article("en", "x"))
                .put(path)
                .then()
                .statusCode(428);
        patch("articles", draft.get("id").textValue(), null, "{}").then().statusCode(428);
        editor().delete(path).then().statusCode(428);
        editor().put(path + "/publication").then().statusCode(428);
        editor().delete(path + "/publication").then().statusCode(428);

        editor().header("If-Match", etag(7))
                .delete(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale"));
        editor().header("If-Match", "W/" + etag(1)).delete(path).then().statusCode(412);
        editor().header("If-Match", "1")
                .delete(path)
                .then()
                .statusCode(400)
                .body("errors[0].header", equalTo("If-Match"));
        editor().header("If-Match", etag(1)).delete(path).then().statusCode(204);
        editor().get(path).then().statusCode(404);
    }

    @Test
    void whatWasReadCanBeSentBack() {
        JsonNode draft = create("articles", article("en", "Round trip"));
        String path = "/v1/editorial/articles/" + draft.get("id").textValue();
        Response again = editor().header("If-Match", etag(1))
                .contentType(ContentType.JSON)
                .body(draft.toString())
                .put(path);
        again.then().statusCode(200).header("ETag", equalTo(etag(1)));
        assertThat(again.asString()).isEqualTo(draft.toString());

        ((ObjectNode) draft.get("review")).put("state", "approved");
        String forged = draft.toString();
        editor().header("If-Match", etag(1))
                .contentType(ContentType.JSON)
                .body(forged)
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/review"));
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNothingElse() {
        JsonNode draft = create("articles", """
                {"language": "en", "headline": "Patched", "kicker": "Before", "headlines": {"push": "p", "seo": "s"},
                 "body": [{"type": "paragraph", "html": "x"}]}
                """);
        Response patched = patch("articles", draft.get("id").textValue(), etag(1), """
                {"kicker": null, "headlines": {"seo": null}}""");
        patched.then().statusCode(200).header("ETag", equalTo(etag(2))).body("headlines.push", equalTo("p"));
        assertThat(patched.asString()).doesNotContain("kicker").doesNotContain("\"seo\"");
    }

    @Test
    void aRepeatedCreationGivesTheSameAnswerAndCreatesNothing() {
        String key = UUID.randomUUID().toString();
        String body = article("en", "Once");
        Response first = editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/editorial/articles");
        Response second = editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/editorial/articles");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));

        editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(article("en", "Twice"))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(422);
        editor().header("Idempotency-Key", " ä")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/editorial/articles")
                .then()
                .statusCode(400);
    }

    @Test
    void concurrentRepetitionsCreateOneArticle() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = article("en", "Concurrent");
        Set<String> ids = new TreeSet<>();
        for (Response answer : concurrently(
                8,
                () -> editor().header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/editorial/articles"))) {
            assertThat(answer.statusCode()).isEqualTo(201);
            ids.add(answer.path("id"));
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void equalHeadlinesGetDifferentSlugsEvenAtTheSameMoment() throws Exception {
        String headline = "Same " + UUID.randomUUID();
        Set<String> slugs = new TreeSet<>();
        for (Response answer : concurrently(8, () -> post("articles", article("en", headline)))) {
            assertThat(answer.statusCode()).isEqualTo(201);
            slugs.add(answer.path("slug"));
        }
        assertThat(slugs).hasSize(8);
    }

    private interface Call {
        Response run();
    }

    private static List<Response> concurrently(int times, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(call::run));
            }
            List<Response> done = new ArrayList<>();
            for (Future<Response> answer : answers) {
                done.add(answer.get());
            }
            return done;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void publishingNeedsLanguageHeadlineAndBody() {
        String id = create("articles", "{}").get("id").textValue();
        editor().header("If-Match", "*")
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItems("/language", "/headline", "/body"));
    }

    @Test
    void aMisspeltFieldIsNoticedAlsoWhereItIsToBeEmptied() {
        String id = create("articles", article("en", "Emptied")).get("id").textValue();
        patch("articles", id, "*", "{\"lead\": null, \"kicker\": null}").then().statusCode(200);
        patch("articles", id, "*", "{\"summry\": null}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/summry"));
        patch("articles", id, "*", "{\"rights\": {\"territories\": [\"UK\"]}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rights/territories/0"));
    }

    @Test
    void anEmbargoHoldsUntilItsTime() {
        ObjectNode content = (ObjectNode) Newsroom.tree(article("en", "Embargoed"));
        content.put("embargoedUntil", "2090-01-01T00:00:00Z");
        String id = create("articles", content.toString()).get("id").textValue();
        String publication = "/v1/editorial/articles/" + id + "/publication";
        for (String body : List.of("{}", json("at", "2089-12-31T23:59:59Z"))) {
            for (String role : List.of("editor", "admin")) {
                Newsroom.with(role)
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put(publication)
                        .then()
                        .statusCode(409)
                        .body("errors[0].pointer", equalTo("/embargoedUntil"))
                        .body("errors[0].detail", containsString("overEmbargo"));
            }
        }
        Newsroom.with("editor")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("overEmbargo", true))
                .put(publication)
                .then()
                .statusCode(403);
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("publishedAt", "2090-01-01T00:00:00Z"))
                .put(publication)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/publishedAt"));
        reader().get("/v1/articles/" + id).then().statusCode(404);

        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("overEmbargo", true))
                .put(publication)
                .then()
                .statusCode(200);
        reader().get("/v1/articles/" + id).then().statusCode(200);
        editor().get("/v1/editorial/audit?target=" + id)
                .then()
                .body("items.action", hasItems("break-embargo", "publish"));

        patch("articles", id, "*", json("lead", "Corrected")).then().statusCode(200);
        publishAsEditor(publication).statusCode(200);
        reader().get("/v1/articles/" + id).then().body("lead", equalTo("Corrected"));
        patch("articles", id, "*", json("embargoedUntil", "2091-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        publishAsEditor(publication).statusCode(409);
        patch("articles", id, "*", json("embargoedUntil", "2090-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        withdraw("articles", id);
        publishAsEditor(publication).statusCode(409);
    }

    private static ValidatableResponse publishAsEditor(String publication) {
        return Newsroom.with("editor")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .put(publication)
                .then();
    }

    @Test
    void aTakenSlugOrExternalIdIsAConflictThatNamesTheField() {
        String slug = "taken-" + UUID.randomUUID();
        String external = "cms:" + UUID.randomUUID();
        String body = """
                {"language": "%s", "slug": "%s", "externalId": "%s"}""";
        create("articles", body.formatted("en", slug, external));

        post("articles", body.formatted("en", slug, "other:" + external))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/slug"));
        post("articles", body.formatted("en", "other-" + slug, external))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/externalId"));
        post("articles", body.formatted("be", slug, "be:" + external)).then().statusCode(201);
    }

    @Test
    void whatIsPublishedCannotBeDeletedAndWhatIsUsedNeither() {
        String slug = "used-" + UUID.randomUUID();
        JsonNode tag = createTag("topic", slug, slug);
        ObjectNode content = (ObjectNode) Newsroom.tree(article("en", "Uses"));
        content.withArray("tags").add(slug);
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);

        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id)
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag.get("id").textValue())
                .then()
                .statusCode(409);
    }

    @Test
    void aTagCannotStandBelowItself() {
        String slug = "loop-" + UUID.randomUUID();
        JsonNode top = createTag("place", slug, slug);
        create("tags", """
                {"type": "place", "slug": "%1$s-b", "parents": ["%1$s"], "names": {"en": "Below %1$s"}}""".formatted(slug));
        patch("tags", top.get("id").textValue(), "*", "{\"parents\": [\"" + slug + "-b\"]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parents/0"));
    }

    @Test
    void workingCopiesAreListedLatestFirst() {
        String external = "list:" + UUID.randomUUID();
        create("articles", json("language", "eo"));
        JsonNode draft = create("articles", """
                {"language": "eo", "externalId": "%s"}""".formatted(external));
        JsonNode page = Newsroom.tree(
                editor().get("/v1/editorial/articles?language=eo&limit=1").asString());
        assertThat(page.get("items").get(0)).isEqualTo(draft);
        assertThat(page.get("next").textValue()).contains("cursor=");
        JsonNode found = Newsroom.tree(editor().queryParam("external-id", external)
                .get("/v1/editorial/articles")
                .asString());
        assertThat(found.get("items")).containsExactly(draft);
    }

    @Test
    void inlineHtmlIsReducedToTheAllowedOnTheWayIn() {
        JsonNode draft = create("articles", """
                {"body": [{"type": "paragraph",
                  "html": "<p onclick=x>Hi <b>b</b><script>alert(1)</script><img src=x onerror=y> <a href='javascript:x'>l</a> <a href='https://e.org' style=x>m</a> 1 &lt; 2</p>"}]}
                """);
        assertThat(draft.at("/body/0/html").textValue()).isEqualTo("""
                        Hi <b>b</b> l <a href="https://e.org">m</a> 1 &lt; 2""");
    }

    @Test
    void anEmptyObjectOfOwnFieldsSaysNothing() {
        post("articles", """
                {"headline": "From a generated client", "extensions": {},
                    "image": {"url": "https://example.org/a.jpg", "extensions": {}}}""").then().statusCode(201).body("extensions", org.hamcrest.Matchers.nullValue());
        post("articles", "{\"headline\": \"x\", \"extensions\": {\"a\": 1}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/extensions"));
    }
}
