package dev.dateline.editorial.bulk;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.hamcrest.Matchers.equalTo;

import dev.dateline.DatelineTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A withdrawal among many is read as strictly as one by itself: a slip must not turn a legal one into another. */
@DatelineTest
class BulkWithdrawalTest {

    private static String published() {
        String id = create("articles", article("en", "Withdrawn with others"))
                .get("id")
                .textValue();
        publish("articles", id);
        return id;
    }

    private static ValidatableResponse send(String path, String body) {
        return editor().contentType("application/json")
                .body("""
                        {"atomic": true, "operations": [{"method": "DELETE", "path": "/v1/editorial/articles/%s", "ifMatch": "*"%s}]}""".formatted(path, body.isEmpty() ? "" : ", \"body\": " + body))
                .post("/v1/editorial/bulk")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kinds\": \"legal\"}              | /kinds",
                "{\"kind\": 5}                       | /kind",
                "{\"kind\": [\"legal\"]}             | /kind",
                "{\"kind\": \"foo\"}                 | /kind",
                "{\"kind\": \"legal\", \"note\": 5}  | /note",
                "{\"kind\": null}                    | /kind"
            })
    void aReasonThatIsNoneIsRefusedAndNothingIsWithdrawn(String body, String pointer) {
        String id = published();
        send(id + "/publication", body)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/body" + pointer));
        reader().get("/v1/articles/" + id).then().statusCode(200);
    }

    @Test
    void aVersionThatIsMissingIsNamedWhereItBelongs() {
        String id = published();
        editor().contentType("application/json")
                .body("""
                        {"atomic": true, "operations": [{"method": "DELETE", "path": "/v1/editorial/articles/%s/publication"}]}""".formatted(id))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(428)
                .body("errors[0].pointer", equalTo("/operations/0/ifMatch"));
    }

    @Test
    void theReasonMayBeLeftOut() {
        for (String body : new String[] {"", "{}", "{\"note\": \"A slip.\"}"}) {
            String id = published();
            send(id + "/publication", body).statusCode(200);
            editor().get("/v1/editorial/articles/" + id).then().body("withdrawal.kind", equalTo("withdrawn"));
        }
        String id = published();
        send(id + "/publication", "{\"kind\": \"legal\", \"note\": \"A court.\"}")
                .statusCode(200);
        editor().get("/v1/editorial/articles/" + id)
                .then()
                .body("withdrawal.kind", equalTo("legal"))
                .body("withdrawal.note", equalTo("A court."));
    }

    @Test
    void aBodyThatNothingIsReadOfIsRefused() {
        String id = published();
        send(id + "/schedule", "{\"kind\": \"legal\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/0/body"));
        send(id, "{\"force\": true}").statusCode(400);
    }
}
