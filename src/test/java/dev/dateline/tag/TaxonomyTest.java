package dev.dateline.tag;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What tags are among themselves: names, places in the hierarchy, and how much they are used. */
@DatelineTest
class TaxonomyTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private void tag(String word, String... parents) {
        ObjectNode tag = (ObjectNode) tree("{\"type\": \"topic\"}");
        tag.put("slug", word + "-" + mark);
        tag.putObject("names").put("en", word + " " + mark);
        List.of(parents).forEach(parent -> tag.withArray("parents").add(parent + "-" + mark));
        create("tags", tag.toString());
    }

    private String published(String headline, String... tags) {
        ObjectNode content = (ObjectNode) tree(article("en", headline + " " + mark));
        List.of(tags).forEach(tag -> content.withArray("tags").add(tag + "-" + mark));
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private List<String> found(String filter) {
        return get("/v1/articles?" + filter.replace("~", "-" + mark)).findValuesAsText("headline").stream()
                .map(headline -> headline.replace(" " + mark, ""))
                .toList();
    }

    @Test
    void aTagWithTwoParentsIsFoundBelowBoth() {
        tag("energy");
        tag("climate");
        tag("wind", "energy", "climate");
        tag("offshore", "wind");
        String deep = published("Deep", "offshore");
        published("Top", "energy");

        assertThat(found("tag=energy~/*")).containsExactly("Top", "Deep");
        assertThat(found("tag=climate~/*")).containsExactly("Deep");
        assertThat(found("tag=energy~")).containsExactly("Top");
        assertThat(found("tag=energy~/*,-wind~/*")).containsExactly("Top");
        assertThat(found("tag=wind~%7Cenergy~")).containsExactly("Top");
        assertThat(found("tag=climate~/*%7Cenergy~")).containsExactly("Top", "Deep");
        assertThat(get("/v1/articles/" + deep).at("/tags/0/ancestors").findValuesAsText("slug"))
                .containsExactly("energy-" + mark, "climate-" + mark, "wind-" + mark);
        assertThat(get("/v1/tags/wind-" + mark).get("parents").findValuesAsText("slug"))
                .containsExactly("energy-" + mark, "climate-" + mark);
        assertThat(get("/v1/tags/energy-" + mark).get("children").findValuesAsText("slug"))
                .containsExactly("wind-" + mark);
        withdraw("articles", deep);
        assertThat(found("tag=climate~/*")).isEmpty();
        assertThat(get("/v1/tags/energy-" + mark).get("children")).isEmpty();
        assertThat(get("/v1/articles?tag=nowhere-" + mark + "/*")
                        .get("unknown")
                        .get(0)
                        .textValue())
                .isEqualTo("nowhere-" + mark);
        reader().get("/v1/articles?tag=/*").then().statusCode(400).body("errors[0].parameter", equalTo("tag"));
    }

    @Test
    void aListIsFilledByARuleForATagAndAllBelowIt() {
        tag("sport");
        tag("chess", "sport");
        String list = create("story-lists", """
                {"title": "Sport %1$s", "slug": "sport-%1$s", "rule": {"tag": "sport-%1$s/*", "limit": 5}}""".formatted(mark)).get("id").textValue();
        publish("story-lists", list);
        String game = published("Game", "chess");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(get("/v1/story-lists/sport-" + mark)
                                .at("/items/0/article/id")
                                .asText())
                        .isEqualTo(game));
        editor().get("/v1/editorial/story-lists/" + list).then().body("rule.tag", equalTo("sport-" + mark + "/*"));
    }

    @Test
    void aHierarchyOfMoreThanTwentyLevelsIsRefused() {
        tag("level1");
        for (int level = 2; level <= 20; level++) {
            tag("level" + level, "level" + (level - 1));
        }
        post("tags", """
                {"type": "topic", "names": {"en": "Too deep %1$s"}, "parents": ["level20-%1$s"]}""".formatted(mark))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parents"))
                .body("errors[0].detail", containsString("21"));
        tag("above");
        patch("tags", editorTag("level1"), "*", "{\"parents\": [\"above-%s\"]}".formatted(mark))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parents"));
    }

    private String editorTag(String word) {
        return tree(editor().get("/v1/editorial/tags?slug=" + word + "-" + mark).asString())
                .at("/items/0/id")
                .textValue();
    }

    @Test
    void aTagSaysHowManyArticlesCarryIt() {
        tag("counted");
        published("New", "counted");
        for (int days : List.of(10, 40)) {
            ObjectNode content = (ObjectNode) tree(article("en", "Of " + days + " days " + mark));
            content.withArray("tags").add("counted-" + mark);
            String id = create("articles", content.toString()).get("id").textValue();
            editor().header("If-Match", "*")
                    .contentType("application/json")
                    .body(json("publishedAt", Instant.now().minus(Duration.ofDays(days))))
                    .put("/v1/editorial/articles/" + id + "/publication")
                    .then()
                    .statusCode(200);
        }
        reader().get("/v1/tags/counted-" + mark)
                .then()
                .body("counts.total", equalTo(3))
                .body("counts.last7Days", equalTo(1))
                .body("counts.last30Days", equalTo(2));
        published("Newest", "counted");
        assertThat(get("/v1/tags/counted-" + mark).at("/counts/last7Days").intValue())
                .isEqualTo(2);
    }

    @Test
    void noTwoTagsOfATypeDifferInNothingButCase() {
        create("tags", """
                {"type": "topic", "slug": "named-%1$s", "names": {"be": "Ёлка %1$s", "en": "Tree %1$s"}}""".formatted(mark));
        for (String name : List.of("ЁЛКА %s", "Е\u0308лка  %s", " ё\u00ADлка %s", "ёл\u034Fка\u0301 %s")) {
            post("tags", """
                    {"type": "topic", "names": {"be": "%s"}}""".formatted(name.formatted(mark)))
                    .then()
                    .statusCode(409)
                    .body("errors[0].pointer", equalTo("/names"))
                    .body("detail", containsString("named-" + mark));
        }
        create("tags", """
                {"type": "place", "names": {"be": "Ёлка %1$s"}}""".formatted(mark));
        create("tags", """
                {"type": "topic", "names": {"be": "Ёлка %1$s"}, "parents": ["named-%1$s"]}""".formatted(mark));
        String other = create("tags", """
                {"type": "topic", "names": {"be": "Яліна %1$s"}}""".formatted(mark)).get("id").textValue();
        patch("tags", other, "*", "{\"names\": {\"be\": \"ёлка %s\"}}".formatted(mark))
                .then()
                .statusCode(409);
    }

    @Test
    void anApostropheIsOneHoweverItIsTypedAndWhatNobodySeesIsNoDifference() {
        create("tags", """
                {"type": "topic", "slug": "leech-%1$s", "names": {"be": "П\u2019яў\u200Bка %1$s"}}""".formatted(mark));
        for (String apostrophe : List.of("'", "\u02BC", "`")) {
            post("tags", """
                    {"type": "topic", "names": {"be": "П%sяўка %s"}}""".formatted(apostrophe, mark)).then().statusCode(409);
        }
        for (String name : List.of("п'яўка ", "п\u02BCя\u2060ўка ")) {
            editor().queryParam("name", name + mark)
                    .get("/v1/editorial/tags")
                    .then()
                    .body("items.slug", contains("leech-" + mark));
        }
    }

    @Test
    void aTagIsNotDeletedThatAScheduledRevisionCarries() {
        tag("later");
        String tag = editorTag("later");
        ObjectNode content = (ObjectNode) tree(article("en", "Later " + mark));
        content.withArray("tags").add("later-" + mark);
        String id = create("articles", content.toString()).get("id").textValue();
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("at", "2088-01-01T00:00:00Z"))
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(200);
        patch("articles", id, "*", json("tags", List.of())).then().statusCode(200);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag)
                .then()
                .statusCode(409)
                .body("detail", containsString("scheduled"));

        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id + "/schedule")
                .then()
                .statusCode(200);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag)
                .then()
                .statusCode(204);
    }

    @Test
    void aRetiredTagStaysWhereItIsAndGoesNowhereElse() {
        tag("old");
        String carries = published("Before", "old");
        String id = editorTag("old");
        patch("tags", id, "*", json("retired", true)).then().statusCode(200);
        ObjectNode content = (ObjectNode) tree(article("en", "After " + mark));
        content.withArray("tags").add("old-" + mark);
        post("articles", content.toString()).then().statusCode(400).body("errors[0].pointer", equalTo("/tags/0"));
        patch("articles", carries, "*", json("kicker", "Edited")).then().statusCode(200);
        assertThat(found("tag=old~")).containsExactly("Before");
        reader().get("/v1/tags/old-" + mark).then().body("retired", equalTo(true));
        editor().get("/v1/editorial/tags?retired=false&slug=old-" + mark).then().body("items", equalTo(List.of()));
    }

    @Test
    void aTagIsFoundByWhatItIsElsewhere() {
        String address = "https://www.wikidata.org/entity/Q" + mark;
        create("tags", """
                {"type": "topic", "slug": "same-%s", "names": {"en": "Same %s"}, "sameAs": ["%s"], "announced": true}""".formatted(mark, mark, address));
        editor().queryParam("same-as", address)
                .get("/v1/editorial/tags")
                .then()
                .body("items.slug", equalTo(List.of("same-" + mark)));
        reader().get("/v1/tags/same-" + mark).then().body("sameAs", equalTo(List.of(address)));
        post("tags", """
                {"type": "topic", "names": {"en": "Wrong %s"}, "sameAs": ["Q2280"]}""".formatted(mark)).then().statusCode(400).body("errors[0].pointer", equalTo("/sameAs/0"));
    }

    @Test
    void whatBylinesNameStaysAContributor() {
        String contributor = create("tags", """
                {"type": "contributor", "slug": "writer-%1$s", "names": {"en": "Writer %1$s"}}""".formatted(mark)).get("id").textValue();
        ObjectNode content = (ObjectNode) tree(article("en", "By a writer " + mark));
        content.withArray("byline").addObject().put("contributor", "writer-" + mark);
        create("articles", content.toString());
        patch("tags", contributor, "*", json("type", "person"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/type"));
    }

    @Test
    void theListOfTagsHasAllThatArePublicAndNoOther() {
        tag("top");
        tag("middle", "top");
        tag("low", "middle");
        tag("beside", "top");
        published("Carries", "low");
        String announced = create("tags", """
                {"type": "series", "slug": "announced-%1$s", "names": {"en": "Announced %1$s"}, "announced": true}""".formatted(mark)).get("slug").textValue();
        List<String> slugs = new ArrayList<>();
        for (String page = "/v1/tags?limit=100"; page != null; ) {
            JsonNode tags = get(page);
            tags.get("items").forEach(one -> slugs.add(one.get("slug").textValue()));
            page = tags.path("next").textValue();
        }
        assertThat(slugs)
                .contains("top-" + mark, "middle-" + mark, "low-" + mark, announced)
                .doesNotContain("beside-" + mark);
        assertThat(get("/v1/tags?type=series&limit=100").findValuesAsText("slug"))
                .contains(announced);
    }
}
