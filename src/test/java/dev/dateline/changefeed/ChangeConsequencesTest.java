package dev.dateline.changefeed;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createListOf;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows from a change is told as well: whoever follows one kind of thing, one tag or one list hears all of that. */
@DatelineTest
class ChangeConsequencesTest {

    private final String mark = UUID.randomUUID().toString();

    private static String now(String more) {
        return get("/v1/changes?since=now" + more).get("since").textValue();
    }

    private static List<JsonNode> all(String from) {
        List<JsonNode> all = new ArrayList<>();
        String next = from;
        while (next != null) {
            JsonNode page = get(next);
            page.get("items").forEach(all::add);
            next = page.path("next").textValue();
        }
        return all;
    }

    /** What happened to one thing: its events, each with its reason where there is one. */
    private static List<String> told(String id, String from) {
        return all(from).stream()
                .filter(change -> id.equals(change.path("id").textValue()))
                .map(change -> change.get("event").textValue()
                        + (change.has("reason") ? " " + change.get("reason").textValue() : ""))
                .toList();
    }

    private String tag(String name, boolean announced) {
        return create("tags", """
                        {"type": "topic", "slug": "%1$s-%2$s", "names": {"en": "%1$s %2$s"}, "announced": %3$s}
                        """.formatted(name, mark, announced)).get("id").textValue();
    }

    private String published(String tag) {
        String id = create("articles", """
                        {"language": "en", "headline": "About %s", "tags": ["%s"],
                         "body": [{"type": "paragraph", "html": "Text"}]}""".formatted(mark, tag)).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static void withdrawLegally(String kind, String id) {
        editor().header("If-Match", "*")
                .delete("/v1/editorial/" + kind + "/" + id + "/publication?kind=legal")
                .then()
                .statusCode(200);
    }

    private static void merge(String tag, String other) {
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("into", other))
                .put("/v1/editorial/tags/" + tag + "/merge")
                .then()
                .statusCode(200);
    }

    @Test
    void whoFollowsATagHearsTheLastOfItEvenWhenNobodySeesItAnyMore() {
        String tag = tag("lonely", false);
        String article = published(tag);
        String since = now("&tag=lonely-" + mark + "&view=card");
        withdrawLegally("articles", article);
        assertThat(told(article, since)).containsExactly("withdrawn legal");
        assertThat(told(tag, since)).containsExactly("withdrawn");
        reader().get("/v1/changes?since=now&tag=lonely-" + mark)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("tag"));
    }

    @Test
    void whatIsWithdrawnForALegalReasonIsToldToAllWhoMayHaveHadIt() {
        String tag = tag("former", true);
        String article = published(tag);
        String since = now("&kind=article&tag=former-" + mark + "&view=card");
        patch("articles", article, "*", "{\"tags\": []}").then().statusCode(200);
        publish("articles", article);
        assertThat(told(article, since)).containsExactly("updated");
        withdraw("articles", article);
        assertThat(told(article, since)).containsExactly("withdrawn");
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"kind\": \"legal\"}")
                .put("/v1/editorial/articles/" + article + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(told(article, since)).containsExactly("withdrawn", "withdrawn legal");
        assertThat(told(article, since + "&groups=story-lists")).isEmpty();
    }

    @Test
    void tagsComeAndGoWithWhatCarriesThem() {
        String parent = tag("parent", false);
        String child = create("tags", """
                        {"type": "topic", "slug": "child-%1$s", "names": {"en": "Child %1$s"}, "parents": ["%2$s"]}
                        """.formatted(mark, parent)).get("id").textValue();
        String since = now("&kind=tag");
        String article = published(child);
        assertThat(told(child, since)).contains("published");
        assertThat(told(parent, since)).contains("published");
        String later = now("&kind=tag");
        String other = published(child);
        withdraw("articles", article);
        assertThat(told(child, later)).isEmpty();
        patch("articles", other, "*", "{\"tags\": []}").then().statusCode(200);
        publish("articles", other);
        assertThat(told(child, later)).containsExactly("withdrawn");
        assertThat(told(parent, later)).containsExactly("withdrawn");
    }

    @Test
    void aTagThatIsNoLongerAnnouncedIsTakenAway() {
        String tag = tag("announced", true);
        String since = now("&kind=tag");
        patch("tags", tag, "*", "{\"announced\": false}").then().statusCode(200);
        assertThat(told(tag, since)).containsExactly("withdrawn");
        patch("tags", tag, "*", "{\"announced\": true}").then().statusCode(200);
        assertThat(told(tag, since)).endsWith("published");
    }

    @Test
    void articlesWhoseTagLeadsElsewhereAreTold() {
        String tag = tag("from", true);
        String other = tag("into", true);
        String article = published(tag);
        String since = now("&kind=article&view=card&tag=into-" + mark);
        merge(tag, other);
        assertThat(told(article, since)).containsExactly("updated merged");
        assertThat(all("/v1/changes?kind=tag&limit=100"))
                .extracting(change -> change.get("id").textValue())
                .contains(other)
                .doesNotContain(tag);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag + "/merge")
                .then()
                .statusCode(200);
        assertThat(told(article, since)).containsExactly("updated merged", "updated merged");
    }

    @Test
    void whatStandsAboveAnAnnouncedTagGoesWithIt() {
        String parent = tag("above", false);
        String child = create("tags", """
                        {"type": "topic", "slug": "below-%1$s", "names": {"en": "Below %1$s"}, "parents": ["%2$s"],
                         "announced": true}""".formatted(mark, parent)).get("id").textValue();
        String since = now("&kind=tag");
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + child)
                .then()
                .statusCode(204);
        assertThat(told(child, since)).containsExactly("withdrawn");
        assertThat(told(parent, since)).containsExactly("withdrawn");
    }

    @Test
    void whoWritesForALivePageComesAndGoesWithIt() {
        String writer = create("tags", """
                        {"type": "contributor", "slug": "writer-%1$s", "names": {"en": "Writer %1$s"}}""".formatted(mark)).get("id").textValue();
        String page = create("articles", """
                        {"kind": "live", "language": "en", "headline": "Live %s"}""".formatted(mark)).get("id").textValue();
        publish("articles", page);
        String since = now("&kind=tag");
        String update =
                create("live-updates", """
                        {"article": "%s", "byline": [{"contributor": "%s"}],
                         "body": [{"type": "paragraph", "html": "News"}]}""".formatted(page, writer)).get("id").textValue();
        publish("live-updates", update);
        withdraw("articles", page);
        publish("articles", page);
        assertThat(told(writer, since)).containsExactly("published", "withdrawn", "published");
    }

    @Test
    void aTagThatIsMergedIntoOneThatNobodySeesIsTakenAway() {
        String tag = tag("shown", true);
        String other = tag("unseen", false);
        String since = now("&kind=tag");
        merge(tag, other);
        assertThat(told(tag, since)).containsExactly("withdrawn merged");
    }

    @Test
    void updatesOfALivePageGoAndComeWithIt() {
        String page = create("articles", """
                        {"kind": "live", "language": "en", "headline": "Live %s", "tags": ["%s"]}
                        """.formatted(mark, tag("live", true)))
                .get("id")
                .textValue();
        publish("articles", page);
        String before = now("&tag=live-" + mark + "&language=en");
        String update = create("live-updates", """
                        {"article": "%s", "body": [{"type": "paragraph", "html": "News"}]}""".formatted(page)).get("id").textValue();
        publish("live-updates", update);
        assertThat(told(update, before)).containsExactly("published");
        String since = now("&kind=live-update&tag=live-" + mark);
        withdrawLegally("articles", page);
        assertThat(told(update, since)).containsExactly("withdrawn legal");
        assertThat(told(update, "/v1/changes?kind=live-update&limit=100")).isEmpty();
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"overLegalWithdrawal\": true}")
                .put("/v1/editorial/articles/" + page + "/publication")
                .then()
                .statusCode(200);
        assertThat(told(update, since)).containsExactly("withdrawn legal", "published");
    }

    @Test
    void aListIsToldWhenAnArticleInItComesOrGoes() {
        String article =
                create("articles", article("en", "In a list")).get("id").textValue();
        JsonNode list = createListOf(article, "List " + mark);
        String id = list.get("id").textValue();
        publish("story-lists", id);
        String since = now("&list=" + list.get("slug").textValue());
        publish("articles", article);
        withdraw("articles", article);
        assertThat(told(id, since)).containsExactly("updated", "updated");
    }

    @Test
    void whatShowsAtTimesOnlyIsToldAtTheseTimes() {
        Instant from = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        String callout = create("callouts", """
                        {"title": "At times %s", "label": "Go", "url": "https://example.org", "placement": "top",
                         "from": "%s", "until": "%s"}""".formatted(mark, from, from.plusSeconds(2)))
                .get("id")
                .textValue();
        publish("callouts", callout);
        String article = published(tag("timed", false));
        String list = create("story-lists", """
                        {"title": "At times %s", "items": [{"article": "%s", "from": "%s"}]}""".formatted(mark, article, from))
                .get("id")
                .textValue();
        publish("story-lists", list);
        String since = now("");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(callout, since)).containsExactly("updated", "updated"));
        assertThat(told(list, since)).containsExactly("updated");
    }

    @Test
    void aListIsFollowedUnderAnySlugThatItHad() {
        String article = published(tag("listed", false));
        JsonNode list = createListOf(article, "List " + mark);
        String id = list.get("id").textValue();
        String former = list.get("slug").textValue();
        publish("story-lists", id);
        patch("story-lists", id, "*", json("slug", "other-" + mark)).then().statusCode(200);
        publish("story-lists", id);
        String since = now("&list=" + former);
        withdrawLegally("story-lists", id);
        assertThat(told(id, since)).containsExactly("withdrawn legal");
        reader().get("/v1/changes?list=never-was").then().statusCode(400).body("errors[0].parameter", equalTo("list"));
    }

    @Test
    void whatIsWithdrawnComesWithoutItsArticleThoughThatIsPublicAgain() {
        String since = now("&view=card");
        String id = published(tag("again", false));
        withdraw("articles", id);
        publish("articles", id);
        List<JsonNode> told = all(since).stream()
                .filter(change -> id.equals(change.path("id").textValue()))
                .toList();
        assertThat(told)
                .extracting(change -> change.get("event").textValue() + " " + change.has("item"))
                .containsExactly("published true", "withdrawn false", "published true");
    }

    @Test
    void groupsArePassedOnAsTheyStandInAnAnswer() {
        String article = published(tag("grouped", false));
        String groups = reader().get("/v1/articles/" + article).getHeader("Cache-Groups");
        assertThat(groups).contains("\", \"");
        String since = reader().queryParam("since", "now")
                .queryParam("groups", groups)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("since");
        withdraw("articles", article);
        assertThat(told(article, since)).containsExactly("withdrawn");
        String many = IntStream.range(0, 100)
                .mapToObj(i -> "article:" + UUID.randomUUID())
                .collect(Collectors.joining(","));
        String next = reader().queryParam("since", "now")
                .queryParam("groups", many)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("since");
        assertThat(all(next)).isEmpty();
    }
}
