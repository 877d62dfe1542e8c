package dev.dateline.http;

import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong way in has one answer: a problem that names what is wrong and what would be right. */
@DatelineTest
class ErrorsTest {

    private static void isProblem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
        assertThat(answer.asString())
                .doesNotContain("Exception")
                .doesNotContain("select ")
                .doesNotContain("java.");
    }

    @Test
    void everyProblemTypeHasAPage() {
        String all = reader().get("/problems").then().statusCode(200).extract().asString();
        assertThat(all).contains("/problems/invalid-input").contains("/problems/stale");
        reader().get("/problems/stale").then().statusCode(200).body(containsString("Somebody was faster"));
        isProblem(reader().get("/problems/none"), 404, "not-found");
    }

    @Test
    void optionsAnd405NameTheMethodsThatAnAddressHasAndNoOthers() {
        String key = "/v1/editorial/keys/" + UUID.randomUUID();
        editor().options(key).then().statusCode(204).header("Allow", "DELETE, PATCH, OPTIONS");
        editor().put(key).then().statusCode(405).header("Allow", "DELETE, PATCH");
        editor().options("/v1/editorial/me").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        editor().delete("/v1/editorial/me").then().statusCode(405).header("Allow", "GET, HEAD");
        reader().options("/v1/articles").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        reader().options("/v1").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        reader().post("/v1").then().statusCode(405).header("Allow", "GET, HEAD");
        reader().options("/docs").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        isProblem(editor().options("/v1/editorial/audit/x"), 404, "not-found");
        reader().options("/v1/site/").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        reader().put("/v1/site/").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void anUnknownFieldIsNamedWhereItStands() {
        editor().contentType("application/json")
                .body("{\"title\": \"T\", \"rule\": {\"tags\": [\"minsk\"], \"limit\": 3}}")
                .post("/v1/editorial/story-lists")
                .then()
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.contains("/rule/tags"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type': 'image', 'image': {'id': 'x'}}                                        | /body/0/image/id
            {'type': 'gallery', 'images': [{'url': 'https://a.example/1'}, {'id': 'x'}]}   | /body/0/images/1/id
            {'type': 'video', 'url': 'https://a.example/1', 'poster': {'id': 'x'}}         | /body/0/poster/id
            {'type': 'audio', 'url': 'https://a.example/1', 'poster': {'url': 'https://a.example/1'}} | /body/0/poster
            {'type': 'image', 'image': {'url': 'https://a.example/1', 'zzz': {'a': [1]}}}  | /body/0/image/zzz
            {'type': 'image', 'image': {'url': 'https://a.example/1', 'zzz': 1}}           | /body/0/image/zzz
            {'type': 'table', 'rows': [['a']], 'alignment': ['left']}                      | /body/0/alignment/0
            {'type': 'table', 'rows': [['a', {'b': 1}]]}                                   | /body/0/rows/0/1
            """)
    void aFaultInsideABlockIsNamedWhereItStands(String block, String pointer) {
        editor().contentType("application/json")
                .body("{'language': 'en', 'headline': 'Faulty', 'body': [%s]}"
                        .formatted(block)
                        .replace('\'', '"'))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.contains(pointer));
    }

    @Test
    void whatWouldBeLeftUnreadIsRefused() {
        isProblem(
                editor().contentType("application/json")
                        .header("If-Match", "*")
                        .body("{\"kind\": \"legal\"}")
                        .delete("/v1/editorial/articles/" + UUID.randomUUID() + "/publication"),
                400,
                "bad-request");
        isProblem(
                editor().contentType("application/json")
                        .header("Idempotency-Key", "a", "b")
                        .body("{\"headline\": \"Once\"}")
                        .post("/v1/editorial/articles"),
                400,
                "invalid-header");
        isProblem(
                editor().contentType("application/json")
                        .header("Idempotency-Key", "a")
                        .body("{\"name\": \"Twice\", \"role\": \"reader\"}")
                        .post("/v1/editorial/keys"),
                400,
                "invalid-header");
        editor().contentType("application/json")
                .body("{\"operations\": [{\"method\": \"post\", \"path\": \"/v1/editorial/callouts\"}]}")
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(400)
                .body("errors[0].detail", org.hamcrest.Matchers.equalTo("must be one of POST, PUT, PATCH, DELETE"));
    }

    @Test
    void aWriteThatNamesOnlyTheFormOfItsProblemsIsDone() {
        String id = editor().contentType("application/json")
                .body("{\"headline\": \"Soon gone\"}")
                .post("/v1/editorial/articles")
                .path("id");
        editor().accept("application/problem+json")
                .header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id)
                .then()
                .statusCode(204);
        isProblem(
                editor().accept("application/problem+json")
                        .header("If-Match", "*")
                        .delete("/v1/editorial/articles/" + id),
                404,
                "not-found");
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() {
        isProblem(reader().get("/v1/nothing"), 404, "not-found");
        isProblem(reader().get("/nothing"), 404, "not-found");
        isProblem(reader().delete("/v1/articles"), 405, "method-not-allowed");
        reader().delete("/v1/articles").then().header("Allow", "GET, HEAD");
        editor().delete("/v1/editorial/tags").then().statusCode(405).header("Allow", "GET, HEAD, POST");
        editor().post("/v1/editorial/fronts/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .header("Allow", "DELETE, GET, HEAD, PATCH, PUT");
        isProblem(reader().accept("image/png").get("/v1/articles"), 406, "not-acceptable");
        isProblem(
                editor().contentType("text/plain").body("x").post("/v1/editorial/articles"),
                415,
                "unsupported-media-type");
        isProblem(
                editor().contentType("text/plain").body("x").post("/v1/editorial/imports"),
                415,
                "unsupported-media-type");
        isProblem(
                editor().contentType(ContentType.JSON)
                        .header("Content-Encoding", "gzip")
                        .body("x")
                        .post("/v1/editorial/articles"),
                415,
                "unsupported-media-type");
    }

    @Test
    void whoMistypesIsToldWhatThereIs() {
        reader().get("/V1/articles").then().statusCode(404).body("detail", containsString("no such address"));
        reader().get("/v1/article").then().statusCode(404).body("detail", containsString("/docs"));
        reader().get("/v1/articles/nothing-here").then().body("detail", not(containsString("no such address")));
        editor().contentType("text/plain")
                .body("x")
                .post("/v1/editorial/articles")
                .then()
                .body("detail", containsString("application/json"));
        post("articles", """
                {"headlin": "x"}""").then().statusCode(400).body("errors[0].detail", containsString("headline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"headline": "a",
                 "lead": }""", """
                {"a": 1, "a": 2}""", "{} {}", "[", "\"\u0007\""})
    void malformedJsonIsNamedWithLineAndColumn(String body) {
        Response answer = post("articles", body);
        isProblem(answer, 400, "malformed-json");
        answer.then().body("detail", containsString("at line ")).body("detail", containsString("column "));
    }

    @Test
    void anEmptyBodyAndAnArrayAreNoArticle() {
        isProblem(post("articles", ""), 400, "malformed-json");
        isProblem(post("articles", "[]"), 400, "invalid-input");
        isProblem(post("articles", "null"), 400, "invalid-input");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Response answer = post("articles", """
                {"headline": {"a": 1}, "bodyy": [], "language": "not a language", "kind": "post", "embargoedUntil": "tomorrow",
                 "tags": "one", "image": {"url": "ftp://x", "focalPoint": {"x": 2, "y": 0}}, "slug": "Нет",
                 "body": [{"type": "heading", "level": 9, "html": "h"}, {"type": "unknown"}, {"html": " ", "type": "paragraph", "x": 1}],
                 "byline": [{"contributor": "a", "name": "b"}], "sources": [{"name": ""}]}
                """);
        isProblem(answer, 400, "invalid-input");
        answer.then()
                .body(
                        "errors.pointer",
                        hasItems(
                                "/headline",
                                "/bodyy",
                                "/language",
                                "/kind",
                                "/embargoedUntil",
                                "/tags",
                                "/image/url",
                                "/image/focalPoint/x",
                                "/slug",
                                "/body/0/level",
                                "/body/1/type",
                                "/body/2/html",
                                "/body/2/x",
                                "/sources/0/name"));
    }

    @Test
    void referencesThatLeadNowhereAreNamed() {
        Response answer = post("articles", """
                {"tags": ["no-such-tag"], "byline": [{"contributor": "minsk"}], "translationOf": "no-such-article",
                 "body": [{"type": "related", "articles": ["no-such-article"]}]}
                """);
        isProblem(answer, 400, "invalid-input");
        answer.then()
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/tags/0", "/byline/0/contributor", "/translationOf", "/body/0/articles/0"));
    }

    @Test
    void charactersThatCannotBeKeptAreRefusedWhereTheyStand() {
        Response answer = post("articles", """
                {"headline": "a\\u0000b", "headlines": {"push": "\\ud800"}, "tags": ["\\u0001"]}""");
        isProblem(answer, 400, "invalid-input");
        answer.then().body("errors.pointer", containsInAnyOrder("/headline", "/headlines/push", "/tags/0"));
        isProblem(post("articles", """
                {"a\\u0000": 1}"""), 400, "invalid-input");
    }

    @Test
    void aLongValueIsRefusedAndNotEchoed() {
        Response answer = post("articles", """
                {"headline": "%s", "%s": 1}""".formatted("я".repeat(400_000), "k".repeat(5000)));
        isProblem(answer, 400, "invalid-input");
        assertThat(answer.asString().length()).isLessThan(1000);
    }

    @Test
    void aBodyOverTheLimitIs413() {
        Response answer = post("articles", Newsroom.json("headline", "x".repeat(6_000_000)));
        isProblem(answer, 413, "body-too-large");
    }

    @Test
    void unknownAndRepeatedParametersAreRefused() {
        Response unknown = reader().get("/v1/articles?tagg=a&limitt=2");
        isProblem(unknown, 400, "invalid-parameter");
        unknown.then().body("errors.parameter", containsInAnyOrder("tagg", "limitt"));
        isProblem(reader().get("/v1/articles?limit=1&limit=2"), 400, "invalid-parameter");
        isProblem(reader().get("/v1/tags/minsk?x=1"), 400, "invalid-parameter");
        isProblem(editor().get("/v1/editorial/keys?x=1"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=1.5",
                "limit=",
                "limit=+5",
                "order=best",
                "view=all",
                "body=html",
                "count=yes",
                "tag=a,,b",
                "tag=%7C",
                "tag=Минск",
                "tag=-",
                "language=x",
                "published-after=yesterday",
                "published-before=2026-13-01",
                "published-after=+999999999-01-01T00:00:00Z",
                "kind=post",
                "id=x",
                "id=",
                "id=01981f2c-5a00-7000-8000-000000000003&limit=2",
                "cursor=",
                "cursor=x",
                "cursor=AAAA",
                "tag=a%00b",
                "language=%00"
            })
    void aParameterThatDoesNotFitIsNamed(String query) {
        Response answer = reader().urlEncodingEnabled(false).get("/v1/articles?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        answer.then()
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(query.split("=", 2)[0]));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String next =
                Newsroom.get("/v1/articles?limit=1&language=be").get("next").textValue();
        String cursor = next.replaceAll(".*cursor=([^&]*).*", "$1");
        reader().get("/v1/articles?limit=5&language=be&view=full&cursor=" + cursor)
                .then()
                .statusCode(200);
        isProblem(reader().get("/v1/articles?language=ru&cursor=" + cursor), 400, "invalid-cursor");
        isProblem(reader().get("/v1/articles?language=be&order=oldest&cursor=" + cursor), 400, "invalid-cursor");
        isProblem(reader().get("/v1/tags?cursor=" + cursor), 400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%2e%2e", "a%2Fb", "' or 1=1", "Мінск", "UPPER", "a_b", "x.json", "-"})
    void anAddressThatCannotBeIsNotFound(String slug) {
        for (String collection : new String[] {"articles", "story-lists", "tags"}) {
            Response answer = reader().get("/v1/" + collection + "/{slug}", slug);
            assertThat(answer.statusCode()).as(collection + "/" + slug).isEqualTo(404);
            answer.then().contentType("application/problem+json").time(lessThan(5000L));
        }
        isProblem(editor().get("/v1/editorial/articles/{id}", slug), 404, "not-found");
    }

    @Test
    void aBrokenRequestLineGetsNoMoreThanAShortRefusal() throws IOException {
        assertThat(rawAnswer("GET /v1/articles?tag=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/articles?q=LONG HTTP/1.1, 414, address-too-long",
        "GET /v1/articles HTTP/1.1\\r\\nX: LONGLONGLONGLONG, 431, headers-too-large",
        "GET /v1/articles HTTP/1.1\\r\\nX y: 1, 400, bad-request",
        "GET /v1/articles HTTP/1.1\\r\\nHost: y, 400, bad-request",
        "GET /v1/articles HTTP/2.0, 400, bad-request",
        "GET /v1/articles/%zz HTTP/1.1, 400, bad-request",
        "GET /v1/articles?tag=% HTTP/1.1, 400, bad-request",
        "GET /v1/articles HTTP/3.7, 400, bad-request",
        "GET v1 HTTP/1.1, 400, bad-request",
        "OPTIONS * HTTP/1.1, 400, bad-request",
        "CONNECT foo:443 HTTP/1.1, 400, bad-request",
        "POST /v1/editorial/articles HTTP/1.1\\r\\nTransfer-Encoding: gzip, 400, bad-request",
        "GET /v1/articles HTTP/1.1\\r\\nContent-Length: -1, 400, bad-request",
        "GET /v1/articles HTTP/1.1\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked, 400, bad-request",
    })
    void whatCannotBeReadAsARequestIsAProblemToo(String head, int status, String type) throws IOException {
        String request = head.replace("\\r\\n", "\r\n").replace("LONG", "x".repeat(9_000)) + "\r\nHost: x\r\n\r\n";

        assertThat(rawAnswer(request))
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "connection: close", "/problems/" + type);
    }

    @Test
    void aChunkThatCannotBeReadIsAProblem() throws IOException {
        assertThat(rawAnswer(
                        "POST /v1/editorial/articles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Newsroom.ADMIN
                                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/bad-request");
    }

    @Test
    void parametersInsideAPathLeadNowhere() {
        isProblem(reader().urlEncodingEnabled(false).get("/v1/articles;a=b"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles?tag=a|b&limit=1, 200",
        "/v1/articles/\u041c\u0456\u043d\u0441\u043a, 404",
        "/v1/articles/{slug}, 404",
        "http://x/v1/articles?limit=1, 200",
        "http://x?to=/v1/articles/none, 400",
    })
    void whatPeopleTypeWithoutEscapesIsUnderstood(String target, int status) throws IOException {
        assertThat(rawAnswer("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("json");
    }

    @Test
    void whatCannotBeReadIsAnsweredInItsTurn() throws IOException {
        String answers =
                rawAnswer("GET /v1/articles?limit=3 HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX y: 1\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 400");
        assertThat(answers.indexOf("\"items\"")).isBetween(0, answers.indexOf("HTTP/1.1 400"));
    }

    private static String rawAnswer(String request) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void editorialAnswersAreNeverCached() {
        editor().get("/v1/editorial/articles").then().header("Cache-Control", equalTo("no-store"));
        editor().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/editorial/articles")
                .then()
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void anOperationWithAMethodThatItsAddressHasNotIsToldByItsPlace() {
        String operations = """
                {"atomic": %s, "operations": [{"method": "POST", "path": "/v1/editorial/articles/%s/schedule"}]}""";
        editor().contentType("application/json")
                .body(operations.formatted(true, UUID.randomUUID()))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/operations/0"));
        editor().contentType("application/json")
                .body(operations.formatted(false, UUID.randomUUID()))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(200)
                .body("results[0].status", org.hamcrest.Matchers.equalTo(400));
    }

    @Test
    void aNumberThatIsTooLargeAndABodyThatIsTooDeepAreToldAsSuch() {
        editor().contentType("application/json")
                .body("{\"body\": [{\"type\": \"heading\", \"level\": 9223372036854775808, \"html\": \"x\"}]}")
                .post("/v1/editorial/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/body/0/level"))
                .body("errors[0].detail", org.hamcrest.Matchers.startsWith("must be a whole number"));
        editor().contentType("application/json")
                .body("{\"x\": ".repeat(5_000) + "1" + "}".repeat(5_000))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(400)
                .body("detail", org.hamcrest.Matchers.startsWith("The body is nested too deeply"));
    }
}
