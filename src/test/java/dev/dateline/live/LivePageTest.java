package dev.dateline.live;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createListOf;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Pictures;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live page is an article whose updates are published, corrected and withdrawn one by one. */
@DatelineTest
class LivePageTest {

    private String page;
    private String slug;

    @BeforeEach
    void openLivePage() {
        JsonNode article = create("articles", """
                {"kind": "live", "language": "en", "headline": "Bridge opens, as it happens %s",
                    "lead": "What we know.", "body": [{"type": "paragraph", "html": "The bridge opens today."}]}
                """.formatted(UUID.randomUUID()));
        page = article.get("id").textValue();
        slug = article.get("slug").textValue();
        publish("articles", page);
    }

    private String update(String fields) {
        return create("live-updates", """
                {"article": "%s", "body": [{"type": "paragraph", "html": "Something <em>happened</em>."}]%s}
                """.formatted(page, fields.isEmpty() ? "" : ", " + fields))
                .get("id")
                .textValue();
    }

    private String published(String fields) {
        String id = update(fields);
        publish("live-updates", id);
        return id;
    }

    private ValidatableResponse read(String query) {
        return reader().urlEncodingEnabled(false)
                .get("/v1/articles/" + page + query)
                .then();
    }

    @Test
    void theArticleSaysThatItIsLiveAndShowsItsUpdates() {
        String first = published("\"title\": \"Ribbon cut\", \"keyEvent\": true");
        String second = published("\"title\": \"First tram\", \"pinned\": true");
        read("?body=html")
                .statusCode(200)
                .body("kind", equalTo("live"))
                .body("liveState", equalTo("live"))
                .body("body.html", containsString("The bridge opens today."))
                .body("updates.count", equalTo(2))
                .body("updates.changedAt", notNullValue())
                .body("updates.latest.id", contains(second, first))
                .body("updates.latest[0].body.html", equalTo("<p>Something <em>happened</em>.</p>"))
                .body("updates.pinned.id", contains(second))
                .body("updates.keyEvents.title", contains("Ribbon cut"))
                .body("updates.next", nullValue());
        String href =
                get("/v1/articles/" + page).at("/updates/keyEvents/0/href").textValue();
        reader().get(href).then().statusCode(200).body("id", equalTo(first)).body("keyEvent", equalTo(true));
    }

    @Test
    void listsSearchAndStoryListsShowThatItIsLive() {
        published("\"title\": \"Quokkas on the tracks %s\"".formatted(page.substring(0, 8)));
        read("").statusCode(200);
        reader().get("/v1/articles?limit=1").then().body("items[0].liveState", equalTo("live"));
        reader().get("/v1/articles?kind=live&limit=1").then().body("items[0].id", equalTo(page));
        reader().get("/v1/articles?kind=article&limit=100").then().body("items.id", not(hasItem(page)));
        reader().get("/v1/search?q=quokkas " + page.substring(0, 8))
                .then()
                .statusCode(200)
                .body("items.id", hasItem(page));
        JsonNode list = createListOf(page, "Live " + page);
        publish("story-lists", list.get("id").textValue());
        reader().get("/v1/story-lists/" + list.get("slug").textValue())
                .then()
                .body("items[0].article.liveState", equalTo("live"));
    }

    @Test
    void updatesAreReadPageByPageInEitherOrderAndKeyEventsAlone() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(published("\"title\": \"Update %d\", \"keyEvent\": %s".formatted(i, i % 10 == 0)));
        }
        List<String> oldest = walk("/v1/articles/" + slug + "/updates?order=oldest&limit=10");
        assertThat(oldest).isEqualTo(ids);
        List<String> newest = walk("/v1/articles/" + page + "/updates?limit=7");
        Collections.reverse(newest);
        assertThat(newest).isEqualTo(ids);
        read("/updates?key-events=true&order=oldest")
                .body("items.title", contains("Update 0", "Update 10", "Update 20"));
        String older = get("/v1/articles/" + page).at("/updates/next").textValue();
        List<String> rest = walk(older);
        Collections.reverse(rest);
        assertThat(rest).isEqualTo(ids.subList(0, 5));
    }

    private static List<String> walk(String from) {
        List<String> ids = new ArrayList<>();
        String next = from;
        while (next != null) {
            JsonNode answer = get(next);
            answer.get("items").forEach(item -> ids.add(item.get("id").textValue()));
            next = answer.path("next").textValue();
        }
        return ids;
    }

    @Test
    void whoAsksSinceIsToldWhatIsNewCorrectedAndWithdrawn() {
        String kept = published("\"title\": \"Kept\"");
        String corrected = published("\"title\": \"Wrong\"");
        String withdrawn = published("\"title\": \"Withdrawn\"");
        String since = get("/v1/articles/" + page).at("/updates/since").textValue();
        read(since.substring(("/v1/articles/" + page).length()))
                .body("items", empty())
                .body("withdrawn", empty())
                .body("since", equalTo(since));

        patch("live-updates", corrected, "*", "{\"title\": \"Right\"}").then().statusCode(200);
        publish("live-updates", corrected);
        withdraw("live-updates", withdrawn);
        String added = published("\"title\": \"Added\"");

        JsonNode changed = get(since);
        assertThat(changed.at("/items").findValuesAsText("title")).containsExactly("Right", "Added");
        assertThat(changed.get("withdrawn")).extracting(JsonNode::textValue).containsExactly(withdrawn);
        assertThat(get(changed.get("since").textValue()).get("items")).isEmpty();
        read("").body("updates.latest.id", contains(added, corrected, kept));
        read("/updates/" + withdrawn).statusCode(410).body("type", containsString("withdrawn"));
        read("/updates/" + added).statusCode(200);
    }

    @Test
    void whatIsNewIsKeptForAMomentOnly() {
        String since = get("/v1/articles/" + page + "/updates").get("since").textValue();
        reader().urlEncodingEnabled(false)
                .get(since)
                .then()
                .statusCode(200)
                .header("Cache-Control", matchesPattern("public, max-age=[01], s-maxage=[01],.*"));
    }

    @Test
    void whoIsFarBehindIsToldInSteps() {
        String since = get("/v1/articles/" + page).at("/updates/since").textValue();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(published(""));
        }
        assertThat(walk(since + "&limit=2&body=none")).isEqualTo(ids);
    }

    @Test
    void anUpdateMakesNoNewRevisionOfItsPageAndLeavesListsInMemory() {
        String list = "/v1/articles?limit=3";
        String id = update("");
        await().during(Duration.ofMillis(500)) // the log tells the node of its own change once more
                .untilAsserted(() -> reader().get(list).then().header("Cache-Status", containsString("hit")));
        publish("live-updates", id);
        reader().get(list).then().header("Cache-Status", containsString("hit"));
        editor().get("/v1/editorial/articles/" + page).then().body("revision", equalTo(1));
    }

    @Test
    void whatIsNotPublishedOrNotOnThisPageIsNotThere() {
        String draft = update("");
        read("/updates").statusCode(200).body("items", empty()).body("liveState", equalTo("live"));
        read("/updates/" + draft).statusCode(404);
        read("").body("updates.count", equalTo(0)).body("updates.latest", empty());
        String other = page;
        openLivePage();
        String elsewhere = published("");
        reader().get("/v1/articles/" + other + "/updates/" + elsewhere).then().statusCode(404);
    }

    @Test
    void withItsPageAllIsWithdrawnAndComesBack() {
        String id = published("\"title\": \"Seen\"");
        String since = get("/v1/articles/" + page).at("/updates/since").textValue();
        withdraw("articles", page);
        read("/updates").statusCode(410);
        read("/updates/" + id).statusCode(410);
        reader().urlEncodingEnabled(false).get(since).then().statusCode(410);
        String other = update("\"title\": \"Late\"");
        editor().header("If-Match", "*")
                .put("/v1/editorial/live-updates/" + other + "/publication")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/article"));
        publish("articles", page);
        read("/updates").statusCode(200).body("items.id", contains(id));
    }

    @Test
    void aPictureOfAnUpdateGoesWithItsPage() {
        String picture =
                Pictures.upload(Pictures.jpeg(1_000, 500, 4_711)).get("id").textValue();
        String id =
                create("live-updates", """
                {"article": "%s", "body": [{"type": "image", "image": {"id": "%s"}}]}""".formatted(page, picture)).get("id").textValue();
        publish("live-updates", id);
        String url = get("/v1/articles/" + page + "/updates/" + id)
                .at("/body/blocks/0/image/url")
                .textValue();
        reader().get(url).then().statusCode(200);
        withdraw("articles", page);
        reader().get(url).then().statusCode(404);
        publish("articles", page);
        reader().get(url).then().statusCode(200);
        withdraw("live-updates", id);
        reader().get(url).then().statusCode(404);
    }

    @Test
    void whoWritesAnUpdateIsFoundByItAndIsNotDeleted() {
        String writer = "writer-" + page;
        JsonNode tag = createTag("contributor", writer, "Writer " + page);
        String id = published("\"byline\": [{\"contributor\": \"%s\"}]".formatted(writer));
        read("").body("updates.latest[0].byline[0].name", equalTo("Writer " + page));
        reader().get("/v1/articles?contributor=" + writer).then().body("items.id", contains(page));
        reader().get("/v1/tags/" + writer).then().statusCode(200);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag.get("id").textValue())
                .then()
                .statusCode(409);
        patch("articles", page, "*", "{\"lead\": \"All we know.\"}").then().statusCode(200);
        publish("articles", page);
        reader().get("/v1/articles?contributor=" + writer).then().body("items.id", contains(page));
        editor().get("/v1/editorial/live-updates/" + id)
                .then()
                .body("byline[0].contributor", equalTo(writer))
                .body("language", equalTo("en"));
    }

    @Test
    void whoNoLongerWritesForItIsNotFoundByItNorPublic() {
        String tag = "former-writer-" + page;
        createTag("contributor", tag, "Former " + page);
        String update = published("\"byline\": [{\"contributor\": \"%s\"}]".formatted(tag));
        reader().get("/v1/tags/" + tag).then().statusCode(200).body("counts.total", equalTo(1));
        withdraw("live-updates", update);
        reader().get("/v1/tags/" + tag).then().statusCode(404);
        reader().get("/v1/articles?kind=live&contributor=" + tag).then().body("items", empty());
    }

    @Test
    void aWriterStaysFoundWhenAMergeIsUndone() {
        String one =
                createTag("contributor", "one-" + page, "One " + page).get("id").textValue();
        String other = createTag("contributor", "other-" + page, "Other " + page)
                .get("id")
                .textValue();
        published("\"byline\": [{\"contributor\": \"%s\"}]".formatted(one));
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"into\": \"%s\"}".formatted(other))
                .put("/v1/editorial/tags/" + one + "/merge")
                .then()
                .statusCode(200);
        reader().get("/v1/articles?contributor=" + other).then().body("items.id", contains(page));
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + one + "/merge")
                .then()
                .statusCode(200);
        reader().get("/v1/articles?contributor=" + one).then().body("items.id", contains(page));
    }

    @Test
    void nobodyKeepsAnAnswerLongerThanWhatItShows() {
        String word = "zebra" + page.substring(0, 8);
        String passing = update("\"title\": \"%s\", \"keyEvent\": true".formatted(word));
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"until\": \"%s\"}".formatted(Instant.now().plusSeconds(5)))
                .put("/v1/editorial/live-updates/" + passing + "/publication")
                .then()
                .statusCode(200);
        for (int i = 0; i < 20; i++) {
            published("");
        }
        read("").body("updates.latest.id", not(hasItem(passing)))
                .body("updates.keyEvents.title", contains(word))
                .header("Cache-Control", keptForSeconds());
        reader().get("/v1/search?highlight=true&q=" + word)
                .then()
                .statusCode(200)
                .body("items.id", contains(page))
                .header("Cache-Control", keptForSeconds());
    }

    private static Matcher<String> keptForSeconds() {
        return matchesPattern("public, max-age=[0-5], s-maxage=[0-5],.*");
    }

    @Test
    void anUpdateOfLongAgoThatIsPublishedNowChangesItsPageNow() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String update = update("\"title\": \"From the archive\"");
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"publishedAt\": \"2020-01-01T00:00:00Z\"}")
                .put("/v1/editorial/live-updates/" + update + "/publication")
                .then()
                .statusCode(200);
        assertThat(Instant.parse(
                        get("/v1/articles/" + page).at("/updates/changedAt").textValue()))
                .isAfterOrEqualTo(before);
    }

    @Test
    void aHighlightIsShortWhateverPeopleWrite() {
        String word = "gnu" + page.substring(0, 8);
        for (int i = 0; i < 3; i++) {
            published("\"title\": \"%s\"".formatted((word + " and no full stop ").repeat(15)));
        }
        String marked = reader().get("/v1/search?highlight=true&q=" + word)
                .then()
                .statusCode(200)
                .body("items.id", contains(page))
                .extract()
                .path("highlights.'%s'.body".formatted(page));
        assertThat(marked).contains("<mark>" + word + "</mark>").hasSizeLessThan(2_000);
    }

    @Test
    void aPreviewOfThePageShowsTheUpdatesThatArePublished() {
        String shown = published("\"title\": \"Out\"");
        update("\"title\": \"Not yet\"");
        patch("articles", page, "*", "{\"lead\": \"To be read first.\"}").then().statusCode(200);
        String preview = editor().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/editorial/articles/" + page + "/previews")
                .then()
                .statusCode(201)
                .extract()
                .path("href");
        reader().get(preview)
                .then()
                .statusCode(200)
                .body("lead", equalTo("To be read first."))
                .body("updates.latest.id", contains(shown));
    }

    @Test
    void anUpdateIsNotScheduledForWhenItsPageIsNotThere() {
        String draft =
                create("articles", """
                {"kind": "live", "language": "en", "headline": "Later %s"}""".formatted(UUID.randomUUID())).get("id").textValue();
        String update = create("live-updates", """
                {"article": "%s", "body": [{"type": "paragraph", "html": "x"}]}""".formatted(draft)).get("id").textValue();
        Instant at = Instant.now().plus(Duration.ofHours(1));
        schedule("live-updates", update, at).statusCode(409).body("errors.pointer", contains("/article"));
        schedule("articles", draft, at).statusCode(200);
        schedule("live-updates", update, at).statusCode(200);
    }

    private static ValidatableResponse schedule(String collection, String id, Instant at) {
        return editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"at\": \"%s\"}".formatted(at))
                .put("/v1/editorial/" + collection + "/" + id + "/publication")
                .then();
    }

    @Test
    void readersGetTheReasonOfAWithdrawalAsItIsSaidNow() {
        String update = published("");
        String path = "/v1/articles/" + page + "/updates/" + update;
        withdraw("live-updates", update);
        reader().get(path).then().statusCode(410).body("withdrawal.kind", equalTo("withdrawn"));
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"legal\", \"note\": \"A court forbade it.\"}")
                .put("/v1/editorial/live-updates/" + update + "/withdrawal")
                .then()
                .statusCode(200);
        reader().get(path).then().statusCode(410).body("withdrawal.kind", equalTo("legal"));
    }

    @Test
    void itEndsAndStaysReadable() {
        String id = published("\"title\": \"Last\"");
        patch("articles", page, "*", "{\"liveState\": \"ended\"}").then().statusCode(200);
        publish("articles", page);
        read("").body("liveState", equalTo("ended")).body("updates.latest.id", contains(id));
        read("/updates").body("liveState", equalTo("ended"));
        patch("articles", page, "*", "{\"kind\": \"article\", \"liveState\": null}")
                .then()
                .statusCode(200);
        editor().header("If-Match", "*")
                .put("/v1/editorial/articles/" + page + "/publication")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void editorsListTheUpdatesOfAPageAndScheduleThem() {
        String id = update("");
        editor().get("/v1/editorial/live-updates?article=" + page).then().body("items.id", contains(id));
        editor().get("/v1/editorial/articles?article=" + page).then().statusCode(400);
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"at\": \"%s\"}".formatted(Instant.now().plusSeconds(1)))
                .put("/v1/editorial/live-updates/" + id + "/publication")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> read("/updates").body("items", hasSize(1)));
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + page)
                .then()
                .statusCode(409);
        withdraw("live-updates", id);
        withdraw("articles", page);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + page)
                .then()
                .statusCode(409)
                .body("detail", containsString("/v1/editorial/live-updates?article=" + page));
    }

    @Test
    void anUpdateNeedsALivePageAndStaysOnIt() {
        post("live-updates", "{\"body\": []}").then().statusCode(400).body("errors[0].pointer", equalTo("/article"));
        post("live-updates", "{\"article\": \"nowhere\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/article"));
        String plain = create("articles", "{\"headline\": \"Plain\"}").get("id").textValue();
        post("live-updates", "{\"article\": \"%s\"}".formatted(plain))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("kind live"));
        post("live-updates", """
                {"article": "%s", "body": [{"type": "related", "articles": ["%s"]}]}""".formatted(page, plain))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body/0"));
        String id = update("");
        String former = page;
        openLivePage();
        patch("live-updates", id, "*", "{\"article\": \"%s\"}".formatted(page))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("must stay"));
        assertThat(former).isNotEqualTo(page);
        post("articles", "{\"headline\": \"Plain\", \"liveState\": \"live\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/liveState"));
    }

    @Test
    void badQuestionsAreRefused() {
        String since = get("/v1/articles/" + page).at("/updates/since").textValue();
        String ofThis = since.substring(since.indexOf("since="));
        read("/updates?since=x").statusCode(400).body("errors[0].parameter", equalTo("since"));
        read("/updates?order=oldest&" + ofThis).statusCode(400).body("errors[0].parameter", equalTo("order"));
        read("/updates?order=up").statusCode(400);
        read("/updates?key-events=yes").statusCode(400);
        read("/updates?body=pdf").statusCode(400);
        read("/updates/x").statusCode(404);
        openLivePage();
        read("/updates?" + ofThis).statusCode(400);
        reader().get("/v1/articles/" + UUID.randomUUID() + "/updates").then().statusCode(404);
        String plain = create("articles", """
                {"language": "en", "headline": "Plain %s", "body": [{"type": "paragraph", "html": "x"}]}""".formatted(page)).get("id").textValue();
        publish("articles", plain);
        reader().get("/v1/articles/" + plain + "/updates").then().statusCode(404);
    }

    @Test
    void aPictureIsShownHoweverManyHiddenThingsShowItToo() {
        String image = Pictures.upload(Pictures.jpeg(200, 100, 4_711)).get("id").textValue();
        for (int i = 0; i < 101; i++) {
            String update =
                    create("live-updates", """
                    {"article": "%s", "body": [{"type": "image", "image": {"id": "%s"}}]}""".formatted(page, image)).get("id").textValue();
            publish("live-updates", update);
        }
        withdraw("articles", page);
        String article = create("articles", """
                {"language": "en", "headline": "The same map", "body": [{"type": "paragraph", "html": "One."}],
                    "image": {"id": "%s"}}""".formatted(image)).get("id").textValue();

        publish("articles", article);

        reader().get(get("/v1/articles/" + article).at("/image/url").textValue())
                .then()
                .statusCode(200);
    }

    @Test
    void anUpdateIsNotLiveWhileItsPageIsWithdrawn() {
        String id = published("");
        String path = "/v1/editorial/live-updates/" + id;
        editor().get(path).then().body("live.href", equalTo("/v1/articles/" + page + "/updates/" + id));

        withdraw("articles", page);
        editor().get(path).then().body("$", not(hasKey("live")));
        String live = "/v1/editorial/live-updates?article=" + page + "&live=";
        editor().get(live + "true").then().body("items", hasSize(0));
        editor().get(live + "false").then().body("items.id", contains(id));
        editor().header("If-Match", "*")
                .put(path + "/publication")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/article"));

        publish("articles", page);
        editor().get(path).then().body("$", hasKey("live"));
        editor().get(live + "true").then().body("items.id", contains(id));
    }

    @Test
    void anUpdateSaysItsLanguage() {
        String own = published("\"language\": \"be\"");
        String ofThePage = published("");

        reader().get("/v1/articles/" + page + "/updates/" + own).then().body("language", equalTo("be"));
        reader().get("/v1/articles/" + page + "/updates/" + ofThePage).then().body("language", equalTo("en"));
        String atom = reader().get("/v1/articles/" + page + "/updates.atom").asString();
        assertThat(atom).contains("<entry xml:lang=\"be\">", "<entry xml:lang=\"en\">");
    }

    @Test
    void aFormerSlugLeadsOnToTheUpdatesAndToWhatIsRelated() {
        String id = published("");
        String now = "now-" + UUID.randomUUID().toString().substring(0, 8);
        patch("articles", page, "*", json("slug", now)).then().statusCode(200);
        publish("articles", page);
        for (String rest : List.of("/updates", "/updates?limit=3", "/updates/" + id, "/related", "/updates.rss")) {
            reader().get("/v1/articles/" + slug + rest)
                    .then()
                    .statusCode(308)
                    .header("Location", endsWith("/v1/articles/" + page + rest));
        }
    }
}
