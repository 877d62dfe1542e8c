package dev.dateline.tag;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tags that turn out to mean one thing. */
@DatelineTest
class MergingTagsTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String kiev = "kiev-" + mark;
    private final String kyiv = "kyiv-" + mark;
    private String former;
    private String other;

    @BeforeEach
    void twoTags() {
        former = createTag("place", kiev, "Kiev " + mark).get("id").textValue();
        other = createTag("place", kyiv, "Kyiv " + mark).get("id").textValue();
    }

    private String published(String headline, String... tags) {
        ObjectNode content = (ObjectNode) tree(article("en", headline + " " + mark));
        List.of(tags).forEach(content.withArray("tags")::add);
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static Response merge(String id, String into) {
        return editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("into", into))
                .put("/v1/editorial/tags/" + id + "/merge");
    }

    private static Response undo(String id) {
        return editor().header("If-Match", "*").delete("/v1/editorial/tags/" + id + "/merge");
    }

    private List<String> tagged(String slug) {
        return get("/v1/articles?tag=" + slug).findValuesAsText("headline").stream()
                .map(headline -> headline.replace(" " + mark, ""))
                .toList();
    }

    private static List<String> tagsOf(String article) {
        return get("/v1/articles/" + article).get("tags").findValuesAsText("slug");
    }

    private static JsonNode record(String tag) {
        return tree(editor().get("/v1/editorial/tags/" + tag).asString());
    }

    private String below(String parent, String slug, String name) {
        return create("tags", """
                {"type": "place", "slug": "%1$s-%4$s", "names": {"en": "%2$s %4$s"}, "parents": ["%3$s"]}""".formatted(slug, name, parent, mark)).get("id").textValue();
    }

    @Test
    void noMergeAndNoEndOfOneLeavesTwoOfANameBesideEachOther() {
        String mine = below(former, "podil", "Podil");
        String theirs = below(kyiv, "podil-too", "Podil");
        merge(former, kyiv).then().statusCode(409).body("detail", containsString("same name"));
        merge(mine, "podil-too-" + mark).then().statusCode(200);
        merge(former, kyiv).then().statusCode(200);
        undo(mine).then().statusCode(409).body("detail", containsString("same name"));
        patch("tags", theirs, "*", "{\"names\": {\"en\": \"Podol %s\"}}".formatted(mark))
                .then()
                .statusCode(200);
        undo(mine).then().statusCode(200);
    }

    @Test
    void aNameIsFoundTwiceAlsoBelowATagThatWasMergedBefore() {
        String first =
                createTag("place", "first-" + mark, "First " + mark).get("id").textValue();
        below(first, "osokorky", "Osokorky");
        below(kyiv, "osokorky-too", "Osokorky");
        merge(first, former).then().statusCode(200);
        merge(former, kyiv).then().statusCode(409).body("detail", containsString("same name"));
    }

    @Test
    void whatCarriedOneCarriesTheOtherWhereverReadersLook() {
        String one = published("One", kiev);
        String both = published("Both", kiev, kyiv);
        merge(former, kyiv).then().statusCode(200).body("merge.into", equalTo(kyiv));

        assertThat(tagsOf(one)).containsExactly(kyiv);
        assertThat(tagsOf(both)).containsExactly(kyiv);
        assertThat(tagged(kyiv)).containsExactly("Both", "One");
        assertThat(tagged(kiev)).containsExactly("Both", "One");
        assertThat(tagged(former)).containsExactly("Both", "One");
        assertThat(get("/v1/articles?tag=" + kiev).has("unknown")).isFalse();
        assertThat(get("/v1/articles?tag=" + kyiv).at("/items/1/tags/0/name").textValue())
                .isEqualTo("Kyiv " + mark);
        reader().get("/v1/tags/" + kiev).then().statusCode(308).header("Location", containsString("/v1/tags/" + kyiv));
        assertThat(get("/v1/tags/" + kyiv).at("/counts/total").intValue()).isEqualTo(2);
        assertThat(get("/v1/tags?type=place&limit=100").findValuesAsText("slug"))
                .doesNotContain(kiev);
    }

    @Test
    void anUndoneMergeLeavesEverythingAsItWas() {
        String one = published("One", kiev);
        String both = published("Both", kiev, kyiv);
        String theirs = published("Theirs", kyiv);
        merge(former, other).then().statusCode(200);
        published("Since", kiev);
        patch("articles", one, "*", json("kicker", "Edited meanwhile")).then().statusCode(200);
        publish("articles", one);

        undo(former).then().statusCode(200).body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("merge")));

        assertThat(tagsOf(one)).containsExactly(kiev);
        assertThat(tagsOf(both)).containsExactly(kiev, kyiv);
        assertThat(tagsOf(theirs)).containsExactly(kyiv);
        assertThat(tagged(kiev)).containsExactly("Both", "One");
        assertThat(tagged(kyiv)).containsExactly("Since", "Theirs", "Both");
        reader().get("/v1/tags/" + kiev).then().statusCode(200).body("counts.last7Days", equalTo(2));
    }

    @Test
    void editorsSeeTheOtherTagAndFindDraftsByBoth() {
        ObjectNode content = (ObjectNode) tree(article("en", "Draft " + mark));
        content.withArray("tags").add(kiev).add(kyiv);
        String draft = create("articles", content.toString()).get("id").textValue();
        merge(former, kyiv).then().statusCode(200);
        for (String slug : List.of(kiev, kyiv)) {
            editor().get("/v1/editorial/articles?tag=" + slug)
                    .then()
                    .body("items.id", equalTo(List.of(draft)))
                    .body("items[0].tags", equalTo(List.of(kyiv)));
        }
        editor().get("/v1/editorial/tags?name=kiev " + mark).then().body("items", equalTo(List.of()));
        editor().get("/v1/editorial/tags?merged=true&name=kiev " + mark)
                .then()
                .body("items.id", equalTo(List.of(former)));
    }

    @Test
    void tagsMergedOneAfterTheOtherLeadToTheLast() {
        String first = published("First", kiev);
        String third = createTag("place", "capital-" + mark, "Capital " + mark)
                .get("id")
                .textValue();
        merge(former, kyiv).then().statusCode(200);
        merge(other, "capital-" + mark).then().statusCode(200);
        reader().get("/v1/tags/" + kiev).then().statusCode(308).header("Location", startsWith("/v1/tags/capital-"));
        assertThat(tagsOf(first)).containsExactly("capital-" + mark);
        merge(third, kiev).then().statusCode(400).body("errors[0].pointer", equalTo("/into"));

        undo(other).then().statusCode(200);
        assertThat(tagsOf(first)).containsExactly(kyiv);
        undo(former).then().statusCode(200);
        assertThat(tagsOf(first)).containsExactly(kiev);
    }

    @Test
    void whatStandsBelowStandsBelowTheOther() {
        create("tags", """
                {"type": "place", "slug": "podil-%1$s", "parents": ["kiev-%1$s"], "names": {"en": "Podil %1$s"}}""".formatted(mark));
        String low = published("Low", "podil-" + mark);
        merge(former, kyiv).then().statusCode(200);
        assertThat(get("/v1/articles/" + low).at("/tags/0/ancestors").findValuesAsText("slug"))
                .containsExactly(kyiv);
        assertThat(get("/v1/tags/" + kyiv).get("children").findValuesAsText("slug"))
                .containsExactly("podil-" + mark);
        assertThat(tagged(kyiv + "/*")).containsExactly("Low");
        undo(former).then().statusCode(200);
        assertThat(get("/v1/articles/" + low).at("/tags/0/ancestors").findValuesAsText("slug"))
                .containsExactly(kiev);
    }

    @Test
    void aMergeThatMakesNoSenseIsRefusedAndChangesNothing() {
        createTag("topic", "topic-" + mark, "Topic " + mark);
        String article = published("One", kiev);
        merge(former, kiev).then().statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge(former, "topic-" + mark).then().statusCode(400).body("errors[0].detail", containsString("place"));
        merge(former, "nowhere-" + mark).then().statusCode(400);
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/editorial/tags/" + former + "/merge")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/into"));
        editor().contentType(ContentType.JSON)
                .body(json("into", kyiv))
                .put("/v1/editorial/tags/" + former + "/merge")
                .then()
                .statusCode(428);
        undo(former).then().statusCode(409);
        create("tags", """
                {"type": "place", "slug": "below-%1$s", "parents": ["kiev-%1$s"], "names": {"en": "Below %1$s"}}""".formatted(mark));
        merge(former, "below-" + mark).then().statusCode(409).body("detail", containsString("below"));
        patch("tags", other, "*", json("retired", true)).then().statusCode(200);
        merge(former, kyiv).then().statusCode(400).body("errors[0].detail", containsString("retired"));
        assertThat(tagsOf(article)).containsExactly(kiev);
    }

    @Test
    void aMergeIntoATagFarBelowWouldMakeACircle() {
        create("tags", """
                {"type": "place", "slug": "district-%1$s", "parents": ["kiev-%1$s"], "names": {"en": "District %1$s"}}""".formatted(mark));
        patch("tags", other, "*", "{\"parents\": [\"district-%s\"]}".formatted(mark))
                .then()
                .statusCode(200);
        merge(former, kyiv).then().statusCode(409).body("detail", containsString("below"));
        assertThat(record(former).has("merge")).isFalse();
    }

    @Test
    void aMergedTagIsNeitherEditedNorDeleted() {
        merge(former, kyiv).then().statusCode(200);
        merge(former, kyiv).then().statusCode(200);
        patch("tags", former, "*", json("announced", true)).then().statusCode(409);
        split(former, "{\"into\": \"%s\", \"language\": \"en\"}".formatted(kyiv))
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + former)
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + other)
                .then()
                .statusCode(409);
        editor().get("/v1/editorial/audit?refused=false&target=" + former)
                .then()
                .body("items.action", equalTo(List.of("merge", "create")));
    }

    private static Response split(String id, String body) {
        return editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/editorial/tags/" + id + "/split");
    }

    @Test
    void aTagIsSplitByWhatElseArticlesCarry() {
        createTag("place", "tram-" + mark, "Tram " + mark);
        String moved = published("Moved", kiev, "tram-" + mark);
        String stays = published("Stays", kiev);
        ObjectNode content = (ObjectNode) tree(article("en", "Draft " + mark));
        content.withArray("tags").add(kiev).add("tram-" + mark);
        String draft = create("articles", content.toString()).get("id").textValue();
        JsonNode before = tree(editor().get("/v1/editorial/articles/" + moved).asString());

        split(former, "{\"into\": \"%s\", \"tag\": \"tram-%s\"}".formatted(kyiv, mark))
                .then()
                .statusCode(200)
                .body("workingCopies", equalTo(2))
                .body("published", equalTo(1));

        assertThat(tagsOf(moved)).containsExactly(kyiv, "tram-" + mark);
        assertThat(tagsOf(stays)).containsExactly(kiev);
        assertThat(tagged(kiev)).containsExactly("Stays");
        assertThat(tagged(kyiv)).containsExactly("Moved");
        JsonNode after = tree(editor().get("/v1/editorial/articles/" + moved).asString());
        assertThat(after.get("revision")).isEqualTo(before.get("revision"));
        assertThat(after.get("unpublishedChanges").booleanValue()).isFalse();
        assertThat(after.get("version").longValue())
                .isGreaterThan(before.get("version").longValue());
        editor().get("/v1/editorial/articles/" + draft).then().body("tags[0]", equalTo(kyiv));
    }

    @Test
    void aTagIsSplitByTimeAndLanguage() {
        String now = published("Now", kiev);
        split(former, "{\"into\": \"%s\", \"language\": \"be\"}".formatted(kyiv))
                .then()
                .body("published", equalTo(0));
        split(former, "{\"into\": \"%s\", \"publishedBefore\": \"2020-01-01T00:00:00Z\"}".formatted(kyiv))
                .then()
                .body("published", equalTo(0))
                .body("workingCopies", equalTo(0));
        split(
                        former,
                        "{\"into\": \"%s\", \"language\": \"en\", \"publishedAfter\": \"2020-01-01T00:00:00Z\"}"
                                .formatted(kyiv))
                .then()
                .body("published", equalTo(1));
        assertThat(tagsOf(now)).containsExactly(kyiv);
    }

    @Test
    void aSplitWithoutARuleOrWithAWrongOneIsRefused() {
        split(former, json("into", kyiv)).then().statusCode(400);
        split(former, "{\"into\": \"%s\", \"tag\": \"nowhere-%s\"}".formatted(kyiv, mark))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tag"));
        split(former, "{\"into\": \"%s\", \"tag\": \"NO!\"}".formatted(kyiv))
                .then()
                .statusCode(400);
        split(former, """
                {"into": "%s", "publishedAfter": "2026-02-01T00:00:00Z", "publishedBefore": "2026-01-01T00:00:00Z"}""".formatted(kyiv)).then().statusCode(400);
        split(former, "{\"into\": \"%s\", \"language\": \"klingon\"}".formatted(kyiv))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/language"));
    }

    @Test
    void rulesSitesBylinesAndParentsComeBackToATagAlthoughTheyWereSavedMeanwhile() {
        String list = create("story-lists", """
                {"title": "Rule", "slug": "rule-%1$s", "rule": {"tag": "kiev-%1$s", "limit": 5}}""".formatted(mark)).get("id").textValue();
        create("tags", """
                {"type": "place", "slug": "low-%1$s", "parents": ["kiev-%1$s"], "names": {"en": "Low %1$s"}}""".formatted(mark));
        createTag("place", "region-" + mark, "Region " + mark);
        String low = tree(editor().get("/v1/editorial/tags?slug=low-" + mark).asString())
                .at("/items/0/id")
                .textValue();
        String one = createTag("contributor", "olena-" + mark, "Olena " + mark)
                .get("id")
                .textValue();
        createTag("contributor", "elena-" + mark, "Elena " + mark);
        ObjectNode content = (ObjectNode) tree(article("en", "By two " + mark));
        content.withArray("byline")
                .addObject()
                .put("contributor", "olena-" + mark)
                .put("role", "author");
        content.withArray("byline")
                .addObject()
                .put("contributor", "elena-" + mark)
                .put("role", "photographer");
        String article = create("articles", content.toString()).get("id").textValue();

        merge(former, kyiv).then().statusCode(200);
        merge(one, "elena-" + mark).then().statusCode(200);
        patch("story-lists", list, "*", json("title", "Saved")).then().body("rule.tag", equalTo(kyiv));
        patch("tags", low, "*", "{\"parents\": [\"%s\", \"region-%s\"]}".formatted(kyiv, mark))
                .then()
                .statusCode(200);
        patch("articles", article, "*", json("headline", "Saved " + mark))
                .then()
                .statusCode(200);
        publish("articles", article);
        undo(former).then().statusCode(200);
        undo(one).then().statusCode(200);

        editor().get("/v1/editorial/story-lists/" + list).then().body("rule.tag", equalTo(kiev));
        editor().get("/v1/editorial/tags/" + low).then().body("parents", equalTo(List.of(kiev, "region-" + mark)));
        assertThat(get("/v1/articles/" + article).get("byline").findValuesAsText("contributor"))
                .containsExactly("olena-" + mark, "elena-" + mark);
        assertThat(get("/v1/articles?contributor=olena-" + mark).get("items")).hasSize(1);
        assertThat(get("/v1/articles?contributor=elena-" + mark).get("items")).hasSize(1);
    }

    @Test
    void whatIsSavedWhileATagIsSplitIsNotLost() throws Exception {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            articles.add(published("Number " + i, kiev));
        }
        CompletableFuture<Integer> splitting = CompletableFuture.supplyAsync(
                () -> split(former, "{\"into\": \"%s\", \"language\": \"en\"}".formatted(kyiv))
                        .statusCode());
        for (String id : articles) {
            patch("articles", id, "*", json("kicker", "Saved")).then().statusCode(200);
        }
        assertThat(splitting.get()).isEqualTo(200);
        for (String id : articles) {
            editor().get("/v1/editorial/articles/" + id)
                    .then()
                    .body("kicker", equalTo("Saved"))
                    .body("tags", equalTo(List.of(kyiv)));
        }
    }
}
