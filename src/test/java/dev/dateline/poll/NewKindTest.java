package dev.dateline.poll;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.change.Change;
import dev.dateline.time.DatabaseClock;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A kind of content that only this package knows. Everything that the program does for every kind comes with its service and
 * its publisher: no list of kinds anywhere names it, so this fails when one is made that must.
 */
@DatelineTest
class NewKindTest {

    private static final String QUESTION = """
            {"language": "en", "question": "%s"}""";

    private JsonNode poll;
    private String id;

    @BeforeEach
    void askReaders() {
        poll = create("polls", QUESTION.formatted("Tram or bus, " + UUID.randomUUID() + "?"));
        id = poll.get("id").textValue();
    }

    private io.restassured.response.Response publication(String body) {
        return editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/editorial/polls/" + id + "/publication");
    }

    @Test
    void isEditedAndListedLikeTheOthers() {
        assertThat(poll.get("slug").textValue()).startsWith("tram-or-bus");
        patch("polls", id, "\"1\"", "{\"question\": \"Tram?\"}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        editor().get("/v1/editorial/polls?limit=100").then().statusCode(200).body(containsString(id));
        editor().get("/v1/editorial/polls/" + id + "/revisions/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .body("parts.path", equalTo(java.util.List.of("/question", "/slug")));
    }

    @Test
    void isReadFromMemoryUntilAChangeAndTellsItsOwnLifeTime() {
        publish("polls", id);
        reader().get("/v1/polls/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("fwd=uri-miss"))
                .header("Cache-Control", containsString("s-maxage=7,"));
        // the log tells the node of its own change once more, which may come after the first read
        await().untilAsserted(
                        () -> reader().get("/v1/polls/" + id).then().header("Cache-Status", containsString("hit")));
        patch("polls", id, "*", "{\"question\": \"Tram?\"}").then().statusCode(200);
        publish("polls", id);
        assertThat(get("/v1/polls/" + id).get("question").textValue()).isEqualTo("Tram?");
    }

    @Test
    void itsScheduleFires() {
        publication("{\"at\": \"%s\"}".formatted(DatabaseClock.now().plusSeconds(1)))
                .then()
                .statusCode(200);
        reader().get("/v1/polls/" + id).then().statusCode(404);
        await().untilAsserted(() -> reader().get("/v1/polls/" + id).then().statusCode(200));
    }

    @Test
    void isWithdrawnReviewedAndKeptInTheAuditTrail() {
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"state\": \"in-review\"}")
                .put("/v1/editorial/polls/" + id + "/review")
                .then()
                .statusCode(200)
                .body("review.state", equalTo("in-review"));
        with("contributor")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .put("/v1/editorial/polls/" + id + "/publication")
                .then()
                .statusCode(403);
        publish("polls", id);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/polls/" + id + "/publication")
                .then()
                .statusCode(200);
        reader().get("/v1/polls/" + id).then().statusCode(404);
        editor().get("/v1/editorial/audit?target=" + id)
                .then()
                .body("items.action", equalTo(java.util.List.of("withdraw", "publish", "publish", "submit", "create")))
                .body("items.refusal[2]", notNullValue())
                .body("items.kind[0]", equalTo("poll"));
    }

    @Test
    void takesPartInBulk() {
        editor().contentType(ContentType.JSON)
                .body("""
                        {"operations": [
                            {"method": "POST", "path": "/v1/editorial/polls", "body": {"question": "One?"}},
                            {"method": "PUT", "path": "/v1/editorial/polls/%s/publication", "ifMatch": "*"}]}
                        """.formatted(id))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(java.util.List.of(201, 200)));
        reader().get("/v1/polls/" + id).then().statusCode(200);
    }

    @Test
    void thoseWhoFollowChangesHearWhatHappenedToWhat() {
        publish("polls", id);
        await().untilAsserted(() -> assertThat(PollFollower.HEARD).anySatisfy(change -> {
            assertThat(change.target()).isEqualTo(UUID.fromString(id));
            assertThat(change.event()).isEqualTo(Change.Event.PUBLISHED);
            assertThat(change.groups()).contains("polls");
        }));
    }
}
