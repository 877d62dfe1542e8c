package dev.dateline.editorial.bulk;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A bulk whose answer got lost is repeated under its key. */
@DatelineTest
class BulkRepeatTest {

    @Inject
    DataSource database;

    private static Response send(String key, String operations) {
        return editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"operations\": [" + operations + "]}")
                .post("/v1/editorial/bulk");
    }

    private static String creation(String externalId, String headline) {
        return """
                {"method": "POST", "path": "/v1/editorial/articles",
                 "body": {"language": "en", "headline": "%s"%s}}""".formatted(headline, externalId.isEmpty() ? "" : ", \"externalId\": \"" + externalId + "\"");
    }

    private int count(String headline) throws SQLException {
        try (Connection connection = database.getConnection();
                var query =
                        connection.prepareStatement("select count(*) from article where content->>'headline' = ?")) {
            query.setString(1, headline);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    /** Ends whoever waits for a row, as an operator or a crash would. */
    private boolean endWhoeverWaits(Connection connection) throws SQLException {
        try (var ended = connection
                .createStatement()
                .executeQuery("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%article%' and pid <> pg_backend_pid()")) {
            return ended.next();
        }
    }

    @Test
    void aBulkThatBrokeInItsMiddleGoesOnWhereItEnded() throws SQLException {
        String held =
                create("articles", Newsroom.article("en", "Held")).get("id").textValue();
        String first = "First " + UUID.randomUUID();
        String last = "Last " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String operations = creation("", first) + """
                , {"method": "PATCH", "path": "/v1/editorial/articles/%s", "ifMatch": "*", "body": {"kicker": "Patched"}},
                """.formatted(held) + creation("", last);
        CompletableFuture<Response> broken;
        try (Connection holder = database.getConnection();
                Connection operator = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select 1 from article where id = '" + held + "' for update");
            broken = CompletableFuture.supplyAsync(() -> send(key, operations));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> endWhoeverWaits(operator));
            broken.join();
            holder.rollback();
        }
        assertThat(broken.join().jsonPath().getList("results.status")).isEqualTo(List.of(201, 503, 201));

        Response repeated = send(key, operations);
        repeated.then().statusCode(200).body("results.status", contains(201, 200, 201));
        assertThat(repeated.jsonPath().getString("results[0].id"))
                .isEqualTo(broken.join().jsonPath().getString("results[0].id"));
        assertThat(count(first)).isEqualTo(1);
        assertThat(count(last)).isEqualTo(1);
        assertThat(send(key, operations).asString()).isEqualTo(repeated.asString());
    }

    @Test
    void whatWasRefusedStaysRefusedUnderTheSameKey() {
        String taken = UUID.randomUUID().toString();
        String holder = create("articles", json("externalId", taken)).get("id").textValue();
        String key = UUID.randomUUID().toString();
        String operations = creation("", "Goes") + ", " + creation(taken, "Taken");
        String answer = send(key, operations).asString();
        assertThat(answer).contains("409");
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + holder)
                .then()
                .statusCode(204);

        assertThat(send(key, operations).asString()).isEqualTo(answer);
    }

    @Test
    void aKeyStandsForOneBulk() {
        String key = UUID.randomUUID().toString();
        send(key, creation("", "One")).then().statusCode(200);

        send(key, creation("", "Other")).then().statusCode(422);
        editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Newsroom.article("en", "Single"))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(422);
        editor().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"atomic\": true, \"operations\": [" + creation("", "One") + "]}")
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(422)
                .body("errors", equalTo(null));
    }
}
