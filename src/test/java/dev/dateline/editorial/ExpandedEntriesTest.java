package dev.dateline.editorial;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createListOf;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

/** A drag-and-drop screen is one request: a list with what its entries are called and how they stand. */
@DatelineTest
class ExpandedEntriesTest {

    @Test
    void aListShowsWhatItsEntriesAreCalledAndHowTheyStand() {
        String article =
                create("articles", article("en", "First headline")).get("id").textValue();
        publish("articles", article);
        patch("articles", article, "*", "{\"headline\": \"A better headline\"}");
        JsonNode list = createListOf(article, "Morning");
        String path = "/v1/editorial/story-lists/" + list.get("id").textValue();

        assertThat(tree(editor().get(path).asString()).has("entries")).isFalse();
        JsonNode expanded = tree(editor().get(path + "?expand=entries").asString());
        JsonNode entry = expanded.at("/entries/" + article);
        assertThat(entry.get("title").textValue()).isEqualTo("A better headline");
        assertThat(entry.get("unpublishedChanges").booleanValue()).isTrue();
        assertThat(entry.at("/live/revision").longValue()).isEqualTo(1);
        assertThat(entry.at("/review/state").textValue()).isEqualTo("draft");

        editor().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(expanded.toString())
                .put(path)
                .then()
                .statusCode(200);
        patch("story-lists", list.get("id").textValue(), "*", "{\"entries\": []}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/entries"));
        patch("articles", article, "*", "{\"entries\": {}}").then().statusCode(400);
    }

    @Test
    void aFrontShowsItsListsAndAnArticleHasNothingToShow() {
        String article = create("articles", article("en", "Inside")).get("id").textValue();
        JsonNode list = createListOf(article, "Evening");
        String front = create("fronts", """
                        {"title": "Home", "sections": [{"list": "%s"}]}""".formatted(list.get("id").textValue()))
                .get("id")
                .textValue();
        JsonNode expanded = tree(editor().get("/v1/editorial/fronts/" + front + "?expand=entries")
                .asString());
        assertThat(expanded.at("/entries/" + list.get("id").textValue() + "/title")
                        .textValue())
                .isEqualTo("Evening");
        editor().get("/v1/editorial/articles/" + article + "?expand=entries")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("expand"));
    }
}
