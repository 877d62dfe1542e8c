package dev.dateline.access;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createKey;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.reader;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;

import dev.dateline.ConfiguredNewsroom;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Tokens;
import dev.dateline.changefeed.StreamListener;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Delivery for those with a key, and tokens of an issuer beside keys. */
@DatelineTest
@TestProfile(ConfiguredNewsroom.class)
class ClosedDeliveryTest {

    @Test
    void deliveryNeedsAReaderKey() {
        reader().get("/v1/articles").then().statusCode(401).contentType("application/problem+json");
        reader().get("/v1").then().statusCode(401);
        reader().header("Accept-Language", "uk")
                .get("/v1/articles?language=auto")
                .then()
                .statusCode(401);
        String key = createKey("site", "reader").get("key").textValue();
        reader().header("Authorization", "Bearer " + key)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void aStreamNeedsAReaderKeyToo() throws IOException {
        reader().get("/v1/changes/stream").then().statusCode(401).contentType("application/problem+json");
        String key = createKey("app", "reader").get("key").textValue();
        try (StreamListener listener = new StreamListener("?kind=tag", "Authorization: Bearer " + key + "\r\n")) {
            create("tags", """
                    {"type": "topic", "slug": "heard-with-a-key", "names": {"en": "Heard with a key"}, "announced": true}""");
            await().until(() -> !listener.heard().isEmpty());
        }
    }

    @Test
    void aTokenOfTheConfiguredIssuerHasTheRoleThatItNames() {
        reader().header("Authorization", "Bearer " + Tokens.of("editor", Tokens.ISSUER))
                .get("/v1/editorial/articles")
                .then()
                .statusCode(200);
        reader().header("Authorization", "Bearer " + Tokens.of("editor", Tokens.ISSUER))
                .get("/v1/editorial/keys")
                .then()
                .statusCode(403);
        reader().header("Authorization", "Bearer " + Tokens.of("reader", Tokens.ISSUER))
                .get("/v1/articles")
                .then()
                .statusCode(200);
        reader().header("Authorization", "Bearer " + Tokens.of("admin", "https://other.example.org"))
                .get("/v1/editorial/keys")
                .then()
                .statusCode(401);
        reader().header("Authorization", "Bearer " + Tokens.of("admin", Tokens.ISSUER) + "x")
                .get("/v1/editorial/keys")
                .then()
                .statusCode(401);
    }

    @Test
    void theBearerOfATokenIsShownByTheNameInItAndCannotPassForSomebodyElse() {
        String token = "Bearer " + Tokens.of("contributor", Tokens.ISSUER);
        reader().header("Authorization", token)
                .contentType(ContentType.JSON)
                .body(Newsroom.article("en", "Written with a token"))
                .post("/v1/editorial/articles")
                .then()
                .statusCode(201)
                .body("revisedBy.id", equalTo("token:someone"))
                .body("revisedBy.name", equalTo("Someone Else"));
        reader().header("Authorization", token)
                .get("/v1/editorial/me")
                .then()
                .body("id", equalTo("token:someone"))
                .body("role", equalTo("contributor"));
        Newsroom.editor()
                .queryParam("actor", "Someone Else")
                .get("/v1/editorial/audit")
                .then()
                .statusCode(200)
                .body("items[0].actor.id", equalTo("token:someone"));
    }

    @Test
    void aConfiguredPageMayUseEditorial() {
        reader().header("Origin", "https://tools.example.org")
                .get("/v1/editorial/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("https://tools.example.org"));
        editor().header("Origin", "https://other.example.org")
                .get("/v1/editorial/me")
                .then()
                .statusCode(200)
                .header("Vary", containsStringIgnoringCase("origin"))
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    void picturesAreFetchedFromTheWebOnlyWhereThatIsAllowed() {
        editor().queryParam("from", "https://example.org/a.jpg")
                .post("/v1/editorial/images")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("from"))
                .body("errors[0].detail", containsString("dateline.media.fetch"));
        editor().contentType("application/x-ndjson")
                .body(new byte[] {1})
                .post("/v1/editorial/imports?pictures=true")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("pictures"));
    }
}
