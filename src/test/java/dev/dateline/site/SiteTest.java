package dev.dateline.site;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The site: what a front end draws around every page, in one answer. */
@DatelineTest
class SiteTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** There is one site in the whole database; what others made of it does not matter. */
    private static String site() {
        JsonNode items = tree(editor().get("/v1/editorial/sites").asString()).get("items");
        return items.isEmpty()
                ? create("sites", "{}").get("id").textValue()
                : items.get(0).get("id").textValue();
    }

    private static Response put(String json) {
        return editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json)
                .put("/v1/editorial/sites/" + site());
    }

    private static void published(String json) {
        put(json).then().statusCode(200);
        publish("sites", site());
    }

    private void articleCarrying(String tag) {
        ObjectNode content = (ObjectNode) tree(article("en", "Carries " + tag));
        content.withArray("tags").add(tag);
        publish("articles", create("articles", content.toString()).get("id").textValue());
    }

    @Test
    void oneAnswerDrawsHeadAndNavigation() {
        createTag("section", "news-" + mark, "News " + mark);
        createTag("section", "secret-" + mark, "Secret " + mark);
        articleCarrying("news-" + mark);
        String front = create("fronts", """
                {"title": "Home", "slug": "home-%1$s", "sections": [{"placement": "p-%1$s"}]}""".formatted(mark)).get("id").textValue();
        String callout = create("callouts", """
                {"title": "Support", "label": "Give", "url": "https://example.org/s", "placement": "p-%s", "language": "be"}""".formatted(mark)).get("id").textValue();
        publish("callouts", callout);
        published("""
                {"title": "Riverside", "names": {"BE": "Набярэжная"}, "url": "https://example.org",
                 "logo": {"url": "https://example.org/logo.svg"}, "descriptions": {"en": "News."},
                 "languages": [{"language": "bel", "name": "Беларуская", "front": "home-%1$s"}],
                 "sections": ["secret-%1$s", "news-%1$s"], "placements": ["p-%1$s"],
                 "links": [{"name": "Mastodon", "url": "https://example.org/@r"}]}""".formatted(mark));

        JsonNode view = get("/v1/site");
        assertThat(view.at("/names/be").textValue()).isEqualTo("Набярэжная");
        assertThat(view.at("/languages/0").toString())
                .isEqualTo("{\"language\":\"be\",\"name\":\"Беларуская\"}"); // the front is no more than a draft
        assertThat(view.get("sections").findValuesAsText("slug")).containsExactly("news-" + mark);
        assertThat(view.at("/sections/0/articles").textValue()).isEqualTo("/v1/articles?section=news-" + mark);
        assertThat(view.at("/callouts/0/label").textValue()).isEqualTo("Give");
        assertThat(get("/v1/site?language=ru").get("callouts")).isEmpty();
        await().untilAsserted(() -> assertThat(reader().get("/v1/site").header("Cache-Status"))
                .isEqualTo("Dateline; hit")); // when the log has said it too

        publish("fronts", front);
        articleCarrying("secret-" + mark);
        view = get("/v1/site");
        assertThat(view.at("/languages/0/front").textValue()).isEqualTo("/v1/fronts/home-" + mark);
        assertThat(view.get("sections").findValuesAsText("slug")).containsExactly("secret-" + mark, "news-" + mark);
        withdraw("fronts", front);
        withdraw("callouts", callout);
        view = get("/v1/site");
        assertThat(view.at("/languages/0/front").isMissingNode()).isTrue();
        assertThat(view.get("callouts")).isEmpty();
    }

    @Test
    void aChangeIsPublicWhenItIsPublishedAndNotBefore() {
        published("{\"title\": \"Before\"}");
        put("{\"title\": \"After\"}").then().statusCode(200).body("unpublishedChanges", equalTo(true));
        assertThat(get("/v1/site").get("title").textValue()).isEqualTo("Before");
        JsonNode copy = publish("sites", site());
        assertThat(copy.at("/live/href").textValue()).isEqualTo("/v1/site");
        assertThat(get("/v1/site").get("title").textValue()).isEqualTo("After");
        withdraw("sites", site());
        reader().get("/v1/site").then().statusCode(404);
        publish("sites", site());
        assertThat(get("/v1/site").get("title").textValue()).isEqualTo("After");
    }

    @Test
    void thereIsOneSite() {
        String id = site();
        post("sites", "{\"title\": \"Another\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("/v1/editorial/sites/" + id));
    }

    @Test
    void whatLeadsNowhereIsRefusedFieldByField() {
        put("""
                {"title": "Riverside", "sections": ["no-such-tag"], "languages": [
                  {"language": "be", "name": "Беларуская", "front": "no-such-front"}, {"language": "bel", "name": "Again"}]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/languages/0/front", "/languages/1/language", "/sections/0"));
        put("{\"title\": \"Riverside\", \"placements\": [null], \"links\": [{\"name\": \"X\", \"url\": \"javascript:1\"}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer.sort()", contains("/links/0/url", "/placements/0"));
        reader().get("/v1/site?language=klingonese")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("language"));
    }

    @Test
    void whatItNamesIsShownBySlugAndMayGoWithoutStoppingOtherEdits() {
        String tag = createTag("section", "s-" + mark, "S " + mark).get("id").textValue();
        String front = create("fronts", """
                {"title": "F", "slug": "f-%s"}""".formatted(mark)).get("id").textValue();
        put("""
                {"title": "Named", "sections": ["%s"], "languages": [{"language": "en", "name": "English", "front": "%s"}]}""".formatted(tag, front))
                .then()
                .statusCode(200)
                .body("sections", contains("s-" + mark))
                .body("languages[0].front", equalTo("f-" + mark));
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag)
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/fronts/" + front)
                .then()
                .statusCode(204);
        String whole = editor().get("/v1/editorial/sites/" + site()).asString();
        put(whole).then().statusCode(200);
        patch("sites", site(), "*", "{\"title\": \"Another\"}")
                .then()
                .statusCode(200)
                .body("title", equalTo("Another"));
        publish("sites", site());
        articleCarrying("s-" + mark);
        assertThat(get("/v1/site").at("/sections/0/names/en").textValue()).isEqualTo("S " + mark);
        patch("tags", tag, "*", "{\"names\": {\"en\": \"Renamed\"}}").then().statusCode(200);
        assertThat(get("/v1/site").at("/sections/0/names/en").textValue()).isEqualTo("Renamed");
    }

    @Test
    void aSiteWithoutTitleIsNotPublished() {
        put("{}").then().statusCode(200);
        editor().header("If-Match", "*")
                .put("/v1/editorial/sites/" + site() + "/publication")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/title"));
    }
}
