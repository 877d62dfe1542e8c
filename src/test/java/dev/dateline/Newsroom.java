package dev.dateline;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks to the program as a newsroom's tool would. */
public final class Newsroom {

    public static final String ADMIN = "test-admin-key-0123456789";
    public static final ObjectMapper JSON = new ObjectMapper();

    private Newsroom() {}

    public static RequestSpecification reader() {
        return given().config(RestAssuredConfig.config()
                .redirect(io.restassured.config.RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    public static RequestSpecification editor() {
        return reader().header("Authorization", "Bearer " + ADMIN);
    }

    /** Somebody new with a key of that role: of what is refused to one key, the audit trail keeps a hundred a minute. */
    public static RequestSpecification with(String role) {
        String key = createKey("test", role).get("key").textValue();
        return reader().header("Authorization", "Bearer " + key);
    }

    public static Response post(String kind, String json) {
        return editor().contentType(ContentType.JSON).body(json).post("/v1/editorial/" + kind);
    }

    /** Creates it and returns it. */
    public static JsonNode create(String kind, String json) {
        return tree(post(kind, json).then().statusCode(201).extract().asString());
    }

    public static JsonNode createTag(String type, String slug, String englishName) {
        return create("tags", """
                {"type": "%s", "slug": "%s", "names": {"en": "%s"}}""".formatted(type, slug, englishName));
    }

    public static JsonNode createKey(String name, String role) {
        return create("keys", """
                {"name": "%s", "role": "%s"}""".formatted(name, role));
    }

    public static JsonNode createListOf(String article, String title) {
        return create("story-lists", """
                {"title": "%s", "items": [{"article": "%s"}]}""".formatted(title, article));
    }

    /** Publishes the current version and returns the working copy. */
    public static JsonNode publish(String kind, String id) {
        return tree(editor().header("If-Match", "*")
                .put("/v1/editorial/" + kind + "/" + id + "/publication")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** @param body with a time, for example */
    public static void publish(String kind, String id, String body) {
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .put("/v1/editorial/" + kind + "/" + id + "/publication")
                .then()
                .statusCode(200);
    }

    public static JsonNode withdraw(String kind, String id) {
        return tree(editor().header("If-Match", "*")
                .delete("/v1/editorial/" + kind + "/" + id + "/publication")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public static Response patch(String kind, String id, String ifMatch, String json) {
        RequestSpecification request =
                editor().contentType("application/merge-patch+json").body(json);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/v1/editorial/" + kind + "/" + id);
    }

    public static JsonNode get(String path) {
        return tree(reader().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** An object with one field. */
    public static String json(String name, @Nullable Object value) {
        Object plain = value instanceof Instant time ? time.toString() : value;
        return JSON.valueToTree(Collections.singletonMap(name, plain)).toString();
    }

    /** How {@code ETag} and {@code If-Match} name a version. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** An article that can be published. */
    public static String article(String language, String headline) {
        return JSON.createObjectNode()
                .put("language", language)
                .put("headline", headline)
                .set(
                        "body",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("type", "paragraph")
                                        .put("html", "Text of " + UUID.randomUUID())))
                .toString();
    }

    /** Some 1.3 kilobytes a paragraph. */
    public static String longArticle(String headline, int paragraphs) {
        String paragraph = """
                {"type": "paragraph", "html": "%s"}""".formatted("Much to say. ".repeat(100));
        String body = String.join(", ", Collections.nCopies(paragraphs, paragraph));
        return """
                {"language": "en", "headline": "%s", "body": [%s]}""".formatted(headline, body);
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }
}
