package dev.dateline.access;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createKey;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Waiting;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may do what. */
@DatelineTest
class AccessTest {

    @Inject
    DataSource database;

    private static String key(String role) {
        return createKey("test", role).get("key").textValue();
    }

    private static RequestSpecification with(String key) {
        return reader().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    @Test
    void eachRoleMayDoWhatItsNameSays() {
        String draft =
                create("articles", Newsroom.article("en", "Roles")).get("id").textValue();
        String publication = "/v1/editorial/articles/" + draft + "/publication";
        for (String role : List.of("reader", "contributor", "editor", "admin")) {
            String key = key(role);
            boolean writes = !role.equals("reader");
            boolean publishes = role.equals("editor") || role.equals("admin");
            boolean administers = role.equals("admin");

            with(key).get("/v1/articles").then().statusCode(200);
            with(key).get("/v1/editorial/articles").then().statusCode(writes ? 200 : 403);
            with(key).body("{}").post("/v1/editorial/articles").then().statusCode(writes ? 201 : 403);
            with(key).header("If-Match", "*").put(publication).then().statusCode(publishes ? 200 : 403);
            with(key)
                    .body("""
                            {"type": "topic", "names": {"en": "%s"}}""".formatted(role))
                    .post("/v1/editorial/tags")
                    .then()
                    .statusCode(publishes ? 201 : 403);
            with(key).get("/v1/editorial/keys").then().statusCode(administers ? 200 : 403);
            with(key).get("/v1/editorial/imports").then().statusCode(administers ? 200 : 403);
        }
    }

    @Test
    void noCacheStoresWhatEditorsAreAnswered() {
        for (String path :
                List.of("keys", "articles", "me", "tags", "articles/" + UUID.randomUUID(), "articles?limit=x")) {
            with(key("admin")).get("/v1/editorial/" + path).then().header("Cache-Control", "no-store");
        }
    }

    @Test
    void withoutAGoodKeyEditorialIsClosed() {
        for (RequestSpecification request : List.of(
                reader(),
                reader().header("Authorization", "Bearer wrong"),
                reader().header("Authorization", "Bearer dateline_aaaaaaaaaa_" + "a".repeat(32)),
                reader().header("Authorization", "Bearer a.b.c"),
                reader().header("Authorization", "Basic YWRtaW46YWRtaW4="))) {
            request.get("/v1/editorial/articles")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", notNullValue());
        }
    }

    @Test
    void aKeyIsShownOnceAndCanBeFoundByItsPrefix() {
        JsonNode made = createKey("website", "reader");
        String key = made.get("key").textValue();
        assertThat(key).startsWith("dateline_" + made.get("prefix").textValue() + "_");
        String all = editor().get("/v1/editorial/keys").asString();
        assertThat(all).contains(made.get("prefix").textValue()).doesNotContain(key);

        with(key).get("/v1/editorial/articles").then().statusCode(403);
        editor().get("/v1/editorial/keys")
                .then()
                .body("items.find { it.id == '" + made.get("id").textValue() + "' }.lastUsedAt", notNullValue());
    }

    @Test
    void aRevokedOrExpiredKeyOpensNothing() {
        JsonNode revoked = createKey("r", "admin");
        with(revoked.get("key").textValue()).get("/v1/editorial/keys").then().statusCode(200);
        editor().delete("/v1/editorial/keys/" + revoked.get("id").textValue())
                .then()
                .statusCode(204);
        with(revoked.get("key").textValue()).get("/v1/editorial/keys").then().statusCode(401);

        Instant soon = Instant.now().plusMillis(700);
        JsonNode expiring = create("keys", """
                {"name": "e", "role": "admin", "expiresAt": "%s"}""".formatted(soon));
        Waiting.untilAfter(soon.plusMillis(200));
        with(expiring.get("key").textValue()).get("/v1/editorial/keys").then().statusCode(401);
        String past = """
                {"name": "past", "role": "admin", "expiresAt": "2020-01-01T00:00:00Z"}""";
        Newsroom.post("keys", past).then().statusCode(400).body("errors[0].pointer", equalTo("/expiresAt"));
    }

    @Test
    void aKeyThatIsRevokedInTheMiddleOfARequestStaysRevoked() throws Exception {
        String key = createKey("revoked meanwhile", "contributor").get("key").textValue();
        CompletableFuture<Integer> request;
        try (Connection admin = database.getConnection();
                Statement statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.executeUpdate("update api_key set revoked_at = now() where name = 'revoked meanwhile'");
            request = CompletableFuture.supplyAsync(
                    () -> with(key).get("/v1/editorial/me").statusCode());
            await().atMost(Duration.ofSeconds(5)).until(() -> isAnyoneWaiting(statement));
            admin.commit();
        }
        assertThat(request.get()).as("it was let in before").isEqualTo(200);
        with(key).get("/v1/editorial/me").then().statusCode(401);
    }

    private static boolean isAnyoneWaiting(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select exists (select 1 from pg_locks where locktype = 'transactionid' and not granted)")) {
            waiting.next();
            return waiting.getBoolean(1);
        }
    }

    @Test
    void anyPageMayReadDeliveryAndNoneMayUseEditorial() {
        reader().header("Origin", "https://example.org")
                .get("/v1/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", equalTo(null));
        reader().get("/v1/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", equalTo("*"));
        reader().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match,last-event-id")
                .options("/v1/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Headers", containsStringIgnoringCase("last-event-id"));
        editor().header("Origin", "https://example.org")
                .get("/v1/editorial/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }
}
