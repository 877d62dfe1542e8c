package dev.dateline.editorial.revision;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.etag;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every save is kept, can be compared and brought back, and costs little. */
@DatelineTest
class RevisionTest {

    @Inject
    DataSource database;

    private static String revisions(String id) {
        return "/v1/editorial/articles/" + id + "/revisions";
    }

    @Test
    void everySaveIsKeptWithItsAuthorAndNote() {
        String id = create("articles", Newsroom.article("en", "One")).get("id").textValue();
        editor().header("If-Match", etag(1))
                .contentType("application/merge-patch+json")
                .queryParam("note", "Загаловак удакладнены")
                .body(json("headline", "Two"))
                .patch("/v1/editorial/articles/" + id)
                .then()
                .statusCode(200);
        patch("articles", id, "*", json("headline", "Two")).then().body("revision", equalTo(2));

        JsonNode list = tree(editor().get(revisions(id)).asString());
        assertThat(list.get("items").findValuesAsText("number")).containsExactly("2", "1");
        assertThat(list.at("/items/0/note").textValue()).isEqualTo("Загаловак удакладнены");
        assertThat(list.at("/items/0/by/id").textValue()).isEqualTo("admin-key");
        editor().get(revisions(id) + "/1").then().body("content.headline", equalTo("One"));
        editor().get(revisions(id) + "/3").then().statusCode(404);
        editor().get(revisions(id) + "/x").then().statusCode(404);
    }

    @Test
    void twoRevisionsCanBeComparedByProgramsAndByPeople() {
        ObjectNode content = (ObjectNode) tree(Newsroom.article("en", "The bridge opens"));
        content.withArray("body").addObject().put("type", "paragraph").put("html", "The queue was long today.");
        String id = create("articles", content.toString()).get("id").textValue();
        ArrayNode body = content.withArray("body");
        ((ObjectNode) body.get(1)).put("html", "The queue was short today.");
        body.insertObject(0).put("type", "paragraph").put("html", "New on top.");
        patch("articles", id, "*", content.toString()).then().statusCode(200);

        JsonNode diff = tree(editor().get(revisions(id) + "/diff?from=1&to=2").asString());
        assertThat(diff.get("patch")).isNotEmpty();
        JsonNode parts = diff.get("parts");
        assertThat(parts.findValuesAsText("path")).containsExactly("/body/0", "/body/2");
        assertThat(parts.get(0).get("kind").textValue()).isEqualTo("added");
        assertThat(parts.get(1).get("words").toString()).isEqualTo("""
                        [{"fate":"kept","text":"The queue was"},{"fate":"removed","text":"long"},\
                        {"fate":"added","text":"short"},{"fate":"kept","text":"today."}]""");
        editor().get(revisions(id) + "/diff?from=1&to=9").then().statusCode(404);
        editor().get(revisions(id) + "/diff?from=1").then().statusCode(400);
    }

    @Test
    void aRevisionIsRestoredAsANewOne() {
        String id = create("articles", Newsroom.article("en", "Good")).get("id").textValue();
        patch("articles", id, "*", json("headline", "Bad")).then().statusCode(200);
        editor().header("If-Match", etag(1))
                .post(revisions(id) + "/1/restoration")
                .then()
                .statusCode(412);
        editor().header("If-Match", etag(2))
                .post(revisions(id) + "/1/restoration")
                .then()
                .statusCode(200)
                .body("revision", equalTo(3))
                .body("headline", equalTo("Good"))
                .body("revisionNote", equalTo("Revision 1 restored"));
    }

    @Test
    void aThousandSavesOfALongArticleCostLessThanThreeMegabytes() throws Exception {
        Random random = new Random(4);
        ObjectNode content = (ObjectNode) tree(Newsroom.article("ru", "Длинный текст"));
        ArrayNode body = content.putArray("body");
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            body.addObject().put("type", "paragraph").put("html", words(random, 45));
        }
        assertThat(content.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isGreaterThan(20_000);
        String id = create("articles", content.toString()).get("id").textValue();
        for (int i = 0; i < 1_000; i++) {
            versions.add(body.get(0).get("html").textValue());
            ((ObjectNode) body.get(random.nextInt(36))).put("html", words(random, 45));
            ((ObjectNode) body.get(0)).put("html", words(random, 45));
            ObjectNode patch = Newsroom.JSON.createObjectNode();
            patch.set("body", body);
            patch("articles", id, "*", patch.toString()).then().statusCode(200);
        }
        for (int number : new int[] {1, 2, 500, 777, 1_000}) {
            editor().get(revisions(id) + "/" + number)
                    .then()
                    .body("content.body[0].html", equalTo(versions.get(number - 1)));
        }
        assertThat(bytes(id)).isLessThan(3_000_000);
    }

    @Test
    void oneWordInAVeryLongArticleCostsLittle() throws Exception {
        Random random = new Random(5);
        ObjectNode content = (ObjectNode) tree(Newsroom.article("ru", "Очень длинный текст"));
        ArrayNode body = content.putArray("body");
        for (int i = 0; i < 120; i++) {
            body.addObject().put("type", "paragraph").put("html", words(random, 45));
        }
        String id = create("articles", content.toString()).get("id").textValue();
        String before = body.get(60).get("html").textValue();
        patch("articles", id, "*", json("kicker", "x")).then().statusCode(200);
        for (int i = 0; i < 10; i++) {
            ((ObjectNode) body.get(60)).put("html", before + " слово" + i);
            ObjectNode patch = Newsroom.JSON.createObjectNode();
            patch.set("body", body);
            patch("articles", id, "*", patch.toString()).then().statusCode(200);
        }
        long whole = bytes(id + "' and base_number is null and '' = '");
        assertThat(bytes(id)).isLessThan(whole + 10 * 1_000);
        editor().get(revisions(id) + "/5").then().body("content.body[60].html", equalTo(before + " слово2"));
    }

    @Test
    void aRevisionWithACorrectionThatIsGoneCanBeRestored() {
        ObjectNode content = (ObjectNode) tree(Newsroom.article("en", "Corrected"));
        content.withArray("corrections").addObject().put("type", "update").put("text", "News.");
        String id = create("articles", content.toString()).get("id").textValue();
        patch("articles", id, "*", json("corrections", List.of())).then().statusCode(200);
        editor().header("If-Match", "*")
                .post(revisions(id) + "/1/restoration?note=Back")
                .then()
                .statusCode(200)
                .body("revisionNote", equalTo("Back"))
                .body("corrections[0].text", equalTo("News."))
                .body("corrections[0].revision", equalTo(3));
    }

    private long bytes(String id) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select sum(pg_column_size(r.*)) from revision r where target_id = '" + id + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ");
            for (int j = 2 + random.nextInt(8); j > 0; j--) {
                words.append((char) ('а' + random.nextInt(32)));
            }
        }
        return words.toString();
    }
}
