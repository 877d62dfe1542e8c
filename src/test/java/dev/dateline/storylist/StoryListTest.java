package dev.dateline.storylist;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.etag;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Waiting;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Story lists: an order that is kept, places that are held, rules that fill up, and a memory of what was shown. */
@DatelineTest
class StoryListTest {

    private static final String LISTS = "/v1/editorial/story-lists/";

    private static String published(String headline) {
        String id = create("articles", article("en", headline)).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static ObjectNode list(String... articles) {
        ObjectNode list = Newsroom.JSON.createObjectNode().put("title", "List " + UUID.randomUUID());
        list.putArray("items");
        for (String article : articles) {
            list.withArray("items").addObject().put("article", article);
        }
        return list;
    }

    private static JsonNode created(ObjectNode list) {
        JsonNode copy = create("story-lists", list.toString());
        publish("story-lists", copy.get("id").textValue());
        return copy;
    }

    private static List<String> shown(JsonNode list) {
        return stories(get("/v1/story-lists/" + list.get("slug").textValue()));
    }

    private static List<String> stories(JsonNode view) {
        List<String> shown = new ArrayList<>();
        view.get("items")
                .forEach(item ->
                        shown.add(item.at("/article/id").asText(item.path("url").asText())));
        return shown;
    }

    @Test
    void pinnedEntriesKeepTheirPlaceAndOthersStandAroundThem() {
        String a = published("A");
        String b = published("B");
        String c = published("C");
        ObjectNode content = list(a, b, c);
        ((ObjectNode) content.get("items").get(2)).putObject("pin").put("position", 1);
        ObjectNode brief = ((ObjectNode) content.get("items").get(0)).putObject("pin");
        brief.put("position", 2).put("until", Instant.now().plusMillis(1500).toString());
        JsonNode list = created(content);
        JsonNode view = get("/v1/story-lists/" + list.get("slug").textValue());
        assertThat(stories(view)).containsExactly(c, a, b);
        assertThat(view.get("items").findValuesAsText("origin")).containsExactly("pinned", "pinned", "manual");
        assertThat(view.get("items").findValuesAsText("number")).containsExactly("1", "2", "3");
        assertThat(view.at("/items/0/since").textValue())
                .isEqualTo(view.get("updatedAt").textValue());

        await().atMost(Duration.ofSeconds(4))
                .until(() -> get("/v1/story-lists/" + list.get("slug").textValue())
                        .get("items")
                        .findValuesAsText("origin")
                        .equals(List.of("pinned", "manual", "manual")));
        assertThat(shown(list)).containsExactly(c, a, b);
    }

    @Test
    void twoThatArePinnedToOnePlaceStandInTheirOwnOrder() {
        ObjectNode content = list(published("First"), published("Second"), published("Third"));
        List<String> articles = content.get("items").findValuesAsText("article");
        for (int i = 0; i < 2; i++) {
            ((ObjectNode) content.get("items").get(i)).putObject("pin").put("position", 1);
        }
        assertThat(shown(created(content))).isEqualTo(articles);
    }

    @Test
    void aNeighbourThatIsGoneIsNamedWhereItWasSent() {
        String list = created(list(published("Alone"))).get("id").textValue();
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body("""
                        {"entry": {"url": "https://example.org/9", "headline": "Z"}, "place": {"before": "%s"}}""".formatted(UUID.randomUUID()))
                .post("/v1/editorial/story-lists/" + list + "/entries")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/place/before"));
    }

    @Test
    void aPinCountsWhatReadersSee() {
        String draft = create("articles", article("en", "Draft")).get("id").textValue();
        String a = published("A");
        String b = published("B");
        String c = published("C");
        ObjectNode content = list(draft, a, b, c);
        ((ObjectNode) content.get("items").get(3)).putObject("pin").put("position", 2);
        JsonNode list = created(content);
        assertThat(shown(list)).containsExactly(a, c, b);
        publish("articles", draft);
        assertThat(shown(list)).containsExactly(draft, c, a, b);
        withdraw("articles", a);
        assertThat(shown(list)).containsExactly(draft, c, b);
    }

    @Test
    void aWindowIsForTheRuleToo() {
        String tag = "window-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        String other = tagged("Other", tag);
        ObjectNode content = list(tagged("Later", tag));
        ((ObjectNode) content.get("items").get(0)).put("from", "2088-01-01T00:00:00Z");
        content.putObject("rule").put("tag", tag).put("limit", 5);
        assertThat(shown(created(content))).containsExactly(other);
    }

    @Test
    void aLegalWithdrawalEmptiesTheHistory() {
        JsonNode list = created((ObjectNode) tree("""
                {"title": "Links", "items": [{"url": "https://example.org/x", "headline": "Libel"}]}"""));
        String id = list.get("id").textValue();
        String slug = "/v1/story-lists/" + list.get("slug").textValue();
        Instant then = Instant.now();
        Waiting.untilAfter(then.plusMillis(5));
        editor().header("If-Match", "*")
                .delete(LISTS + id + "/publication?kind=legal")
                .then()
                .statusCode(200);
        patch("story-lists", id, "*", json("items", List.of())).then().statusCode(200);
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("overLegalWithdrawal", true))
                .put(LISTS + id + "/publication")
                .then()
                .statusCode(200);
        reader().get(slug + "?at=" + then).then().statusCode(404);
    }

    @Test
    void anEntryIsShownInItsWindowOnlyAndSaysTheEditorsWords() {
        String a = published("Own headline");
        ObjectNode content = list(a);
        ObjectNode entry = (ObjectNode) content.get("items").get(0);
        entry.put("headline", "For this list").put("kicker", "Here");
        entry.putObject("image").put("url", "https://images.example.org/a.jpg");
        entry.put("from", Instant.now().plusMillis(1200).toString());
        entry.put("until", Instant.now().plusMillis(2600).toString());
        JsonNode list = created(content);
        assertThat(shown(list)).isEmpty();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(2))
                .until(() -> shown(list).equals(List.of(a)));
        reader().get("/v1/story-lists/" + list.get("slug").textValue())
                .then()
                .body("items[0].headline", equalTo("For this list"))
                .body("items[0].kicker", equalTo("Here"))
                .body("items[0].image.url", equalTo("https://images.example.org/a.jpg"))
                .body("items[0].article.headline", equalTo("Own headline"));
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(3))
                .until(() -> shown(list).isEmpty());
    }

    @Test
    void aRuleFillsUpAfterWhatEditorsPlacedAndFollowsWhatIsPublished() {
        String tag = "rule-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        List<String> tagged = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tagged.add(tagged("Tagged " + i, tag));
        }
        ObjectNode content = list(tagged.get(3));
        content.putObject("rule").put("tag", tag).put("limit", 2);
        JsonNode list = created(content);
        assertThat(shown(list)).containsExactly(tagged.get(3), tagged.get(2), tagged.get(1));
        assertThat(editor().get(LISTS + list.get("id").textValue())
                        .path("rule.tag")
                        .toString())
                .isEqualTo(tag);

        String newest = tagged("Newest", tag);
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> shown(list).equals(List.of(tagged.get(3), newest, tagged.get(2))));
        JsonNode view = get("/v1/story-lists/" + list.get("slug").textValue());
        assertThat(view.get("items").findValuesAsText("origin")).containsExactly("manual", "rule", "rule");

        withdraw("articles", newest);
        assertThat(shown(list)).doesNotContain(newest);
        await().atMost(Duration.ofSeconds(1))
                .until(() -> shown(list).equals(List.of(tagged.get(3), tagged.get(2), tagged.get(1))));
    }

    private static String tagged(String headline, String tag) {
        ObjectNode content = (ObjectNode) tree(article("en", headline));
        content.withArray("tags").add(tag);
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    @Test
    void aRuleMustHaveABoundAndNameTagsThatExist() {
        ObjectNode content = list();
        content.putObject("rule").put("language", "en");
        Newsroom.post("story-lists", content.toString())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rule/limit"));
        content.putObject("rule").put("tag", "never-" + UUID.randomUUID()).put("limit", 3);
        Newsroom.post("story-lists", content.toString())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rule/tag"));
        content.putObject("rule").put("maxAge", "a week").put("limit", 3);
        Newsroom.post("story-lists", content.toString()).then().statusCode(400);
    }

    @Test
    void whatIsEditedIsServedOnlyWhenPublishedAndAnUnpublishedArticleOnlyOnceItIs() {
        String a = published("Here");
        String draft = create("articles", article("en", "Not yet")).get("id").textValue();
        JsonNode list = created(list(draft, a));
        assertThat(shown(list)).containsExactly(a);
        patch("story-lists", list.get("id").textValue(), "*", json("items", List.of()))
                .then()
                .statusCode(200);
        assertThat(shown(list)).containsExactly(a);
        publish("articles", draft);
        assertThat(shown(list)).containsExactly(draft, a);
        withdraw("articles", a);
        assertThat(shown(list)).containsExactly(draft);
    }

    @Test
    void entriesAreInsertedMovedAndRemovedOneByOne() {
        String a = published("a");
        String b = published("b");
        String c = published("c");
        JsonNode list = create("story-lists", list(a, b).toString());
        String id = list.get("id").textValue();
        String first = list.at("/items/0/id").textValue();
        JsonNode inserted = tree(send("POST", id, "entries", "*", """
                        {"entry": {"article": "%s"}, "place": {"before": "%s"}}""".formatted(c, first))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(inserted.get("items").findValuesAsText("article")).containsExactly(c, a, b);

        send("PUT", id, "entries/" + first + "/place", etag(2), json("position", 3))
                .then()
                .statusCode(200)
                .body("items.article", equalTo(List.of(c, b, a)));
        send("PUT", id, "entries/" + first + "/place", etag(2), json("position", 1))
                .then()
                .statusCode(412);
        send("PUT", id, "entries/" + first + "/place", "*", json("before", UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/before"));
        send("PUT", id, "entries/" + first + "/place", "*", "{}").then().statusCode(400);
        editor().header("If-Match", "*")
                .delete(LISTS + id + "/entries/" + first)
                .then()
                .statusCode(200)
                .body("items.article", equalTo(List.of(c, b)));
        editor().header("If-Match", "*")
                .delete(LISTS + id + "/entries/" + first)
                .then()
                .statusCode(404);
    }

    private static Response send(String method, String id, String what, String ifMatch, String body) {
        return editor().header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, LISTS + id + "/" + what);
    }

    @Test
    void everyStateThatThePublicSawCanBeReadAgainAndBroughtBack() {
        String a = published("first");
        String b = published("second");
        JsonNode list = created(list(a, b));
        String id = list.get("id").textValue();
        String slug = "/v1/story-lists/" + list.get("slug").textValue();
        Instant one = Instant.now();
        Waiting.untilAfter(one.plusMillis(10));
        patch("story-lists", id, "*", """
                        {"items": [{"article": "%s"}]}""".formatted(b)).then().statusCode(200);
        publish("story-lists", id);
        Instant two = Instant.now();
        assertThat(stories(get(slug + "?at=" + one))).containsExactly(a, b);
        assertThat(stories(get(slug + "?at=" + two))).containsExactly(b);
        reader().get(slug + "?at=2020-01-01").then().statusCode(404);
        reader().get(slug + "?at=2090-01-01").then().statusCode(400);

        JsonNode history = tree(editor().get(LISTS + id + "/history").asString());
        assertThat(history.get("items").findValuesAsText("revision")).containsExactly("2", "1");
        editor().get(LISTS + id + "/history/diff?from=%s&to=%s".formatted(one, two))
                .then()
                .statusCode(200)
                .body("removed.size()", equalTo(1))
                .body("added.size()", equalTo(0));

        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(json("revision", 1))
                .put(LISTS + id + "/publication")
                .then()
                .statusCode(200);
        assertThat(shown(list)).containsExactly(a, b);
        withdraw("articles", a);
        assertThat(stories(get(slug + "?at=" + one))).containsExactly(b);
    }

    @Test
    void theHistoryOfAListTellsWhatReadersSaw() {
        String a = published("seen");
        String b = create("articles", article("en", "Not yet seen")).get("id").textValue();
        JsonNode list = created(list(a, b));
        String id = list.get("id").textValue();
        Instant one = Instant.now();
        publish("articles", b);
        Instant two = Instant.now();
        withdraw("articles", a);

        editor().get(LISTS + id + "/history").then().body("items[0].stories", equalTo(1));
        editor().get(LISTS + id + "/history/diff?from=%s&to=%s".formatted(one, two))
                .then()
                .statusCode(200)
                .body("added.article", equalTo(List.of(b)))
                .body("added[0].number", equalTo(2))
                .body("removed.size()", equalTo(0))
                .body("moved.size()", equalTo(0));
    }

    @Test
    void fiftyEditorsMoveEntriesOfOneListAndNothingIsLost() throws Exception {
        ObjectNode content = list();
        for (int i = 0; i < 30; i++) {
            content.withArray("items")
                    .addObject()
                    .put("url", "https://example.org/" + i)
                    .put("headline", "Link " + i);
        }
        JsonNode list = create("story-lists", content.toString());
        String id = list.get("id").textValue();
        List<String> entries = list.get("items").findValuesAsText("id");
        ExecutorService editors = Executors.newFixedThreadPool(50);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Random random = new Random(i);
            done.add(editors.submit(() -> moves(id, entries, random, 40)));
        }
        int moved = 0;
        for (Future<Integer> one : done) {
            moved += one.get();
        }
        editors.shutdown();
        JsonNode after = tree(editor().get(LISTS + id).asString());
        assertThat(moved).isEqualTo(2_000);
        assertThat(after.get("items").findValuesAsText("id")).hasSize(30).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(after.get("version").intValue() - 1)
                .as("every move that changed something made one revision")
                .isEqualTo(after.get("revision").intValue() - 1);

        publish("story-lists", id);
        JsonNode view = get("/v1/story-lists/" + after.get("slug").textValue());
        assertThat(view.get("items").findValuesAsText("url"))
                .containsExactlyElementsOf(after.get("items").findValuesAsText("url"));
        assertThat(new TreeSet<>(view.get("items").findValues("number").stream()
                        .map(JsonNode::intValue)
                        .toList()))
                .hasSize(30)
                .contains(1, 30);
    }

    /** One in ten names the version that it saw and tries again when somebody was faster; the others say "wherever it is now". */
    private static int moves(String id, List<String> entries, Random random, int count) {
        int moved = 0;
        while (moved < count) {
            String entry = entries.get(random.nextInt(entries.size()));
            String other = entries.get(random.nextInt(entries.size()));
            if (entry.equals(other)) {
                continue;
            }
            String ifMatch = random.nextInt(10) == 0 ? editor().get(LISTS + id).header("ETag") : "*";
            int status = send("PUT", id, "entries/" + entry + "/place", ifMatch, json("after", other))
                    .statusCode();
            if (status == 200) {
                moved++;
            } else {
                assertThat(status).isEqualTo(412);
            }
        }
        return moved;
    }
}
