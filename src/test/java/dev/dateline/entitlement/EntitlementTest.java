package dev.dateline.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's key may have, seen through every way in which one can ask. */
@DatelineTest
class EntitlementTest {

    private static final String BY = "https://creativecommons.org/licenses/by/4.0/";

    private final String word =
            "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private String tag = "";

    @BeforeEach
    void makeTheTag() {
        tag = id(Newsroom.createTag("topic", word, word));
    }

    /** @param fields more of its fields, with single quotes */
    private JsonNode published(String language, String fields) {
        String body = fields.contains("'body'") ? "" : ", 'body': [{'type': 'paragraph', 'html': 'Text'}]";
        String more = fields.isEmpty() ? "" : ", " + fields;
        JsonNode article = Newsroom.create("articles", """
                {'language': '%s', 'headline': '%s %s'%s%s}""".formatted(language, word, UUID.randomUUID(), body, more)
                .replace('\'', '"'));
        return Newsroom.publish("articles", id(article));
    }

    private static String id(JsonNode thing) {
        return thing.get("id").textValue();
    }

    private static String slug(JsonNode article) {
        return Newsroom.get("/v1/articles/" + id(article)).get("slug").textValue();
    }

    private Partner partnerOfTag() {
        return Partner.with("{'tags': ['%s']}".formatted(word));
    }

    @Test
    void whatAPartnerMayNotHaveIsInNoAnswer() {
        JsonNode own = published("en", "'tags': ['%s']".formatted(word));
        JsonNode other = published("en", "'corrections': [{'type': 'correction', 'text': 'Of %s'}]".formatted(word));
        Partner partner = partnerOfTag();
        assertThat(partner.ids("/v1/articles?limit=100")).containsExactly(id(own));
        assertThat(partner.get("/v1/articles?count=exact").at("/count/value").asInt())
                .isEqualTo(1);
        assertThat(partner.get("/v1/articles?id=%s,%s".formatted(id(own), id(other)))
                        .at("/missing/0")
                        .textValue())
                .isEqualTo(id(other));
        assertThat(partner.status("/v1/articles/" + id(own))).isEqualTo(200);
        assertThat(partner.status("/v1/articles/" + id(other))).isEqualTo(404);
        assertThat(partner.status("/v1/articles/" + slug(other))).isEqualTo(404);
        assertThat(partner.ids("/v1/search?q=" + word)).containsExactly(id(own));
        assertThat(partner.text("/v1/search?facets=language&q=" + word))
                .doesNotContain(id(other))
                .contains("\"count\":1");
        assertThat(partner.text("/v1/suggest?q=" + word)).contains(id(own)).doesNotContain(id(other));
        assertThat(partner.changed()).containsExactly(id(own));
        for (String path :
                List.of("/v1/corrections", "/v1/articles.atom", "/v1/articles.json", "/v1/sitemaps/news.xml")) {
            assertThat(partner.ask(path).asString()).as(path).doesNotContain(id(other), slug(other));
        }
    }

    @Test
    void everybodyElseGetsEverythingAsBefore() {
        JsonNode own = published("en", "'tags': ['%s']".formatted(word));
        JsonNode other = published("en", "");
        String path = "/v1/articles?id=%s,%s".formatted(id(own), id(other));
        Partner partner = partnerOfTag();
        for (int i = 0; i < 3; i++) {
            assertThat(partner.ids(path)).containsExactly(id(own));
            assertThat(Newsroom.get(path).get("items")).hasSize(2);
            assertThat(Newsroom.tree(Newsroom.editor().get(path).asString()).get("items"))
                    .hasSize(2);
        }
    }

    @Test
    void anAnswerForAPartnerIsKeptForPartnersWhoMayHaveTheSameAndForNobodyElse() {
        published("en", "'tags': ['%s']".formatted(word));
        String path = "/v1/articles?tag=" + word;
        Partner partner = partnerOfTag();
        partner.ask(path);
        partner.ask(path).then().header("Cache-Control", startsWith("private")).header("Cache-Groups", equalTo(null));
        Partner same = partnerOfTag();
        same.ask("/v1/tags");
        await().untilAsserted(() -> same.ask(path).then().header("Cache-Status", containsString("hit")));
        Newsroom.reader().get(path).then().header("Cache-Control", startsWith("public"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'languages': ['be']}              | be | be-tarask | en
            {'languages': ['en-GB']}           | en-GB | en-GB  | en
            """)
    void languagesAreRanges(String entitlement, String one, String another, String not) {
        List<String> expected = List.of(id(published(one, "")), id(published(another, "")));
        published(not, "");
        assertThat(Partner.with(entitlement).ids("/v1/search?q=" + word)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void licencesAndTerritoriesDecide() {
        JsonNode free = published("en", "'rights': {'licenceUrl': '%s'}".formatted(BY));
        JsonNode polish = published("en", "'rights': {'licenceUrl': '%s', 'territories': ['PL']}".formatted(BY));
        JsonNode own = published("en", "");
        assertThat(Partner.with("{'licences': ['%s']}".formatted(BY)).ids("/v1/search?q=" + word))
                .containsExactlyInAnyOrder(id(free), id(polish));
        assertThat(Partner.with("{'territory': 'BY'}").ids("/v1/search?q=" + word))
                .containsExactlyInAnyOrder(id(free), id(own));
        assertThat(Partner.with("{'licences': ['%s'], 'territory': 'BY'}".formatted(BY))
                        .ids("/v1/search?q=" + word))
                .containsExactly(id(free));
    }

    @Test
    void tagsBelowAreMeantTooAndSomeCanBeLeftOut() {
        JsonNode below = Newsroom.create("tags", """
                {"type": "topic", "slug": "%1$s-below", "names": {"en": "%1$s below"}, "parents": ["%1$s"]}""".formatted(word));
        JsonNode kept = published("en", "'tags': ['%s']".formatted(tag));
        JsonNode left = published("en", "'tags': ['%s']".formatted(id(below)));
        assertThat(partnerOfTag().ids("/v1/articles?limit=100")).containsExactlyInAnyOrder(id(kept), id(left));
        Partner partner = Partner.with("{'tags': ['%1$s'], 'withoutTags': ['%1$s-below']}".formatted(word));
        assertThat(partner.ids("/v1/articles?limit=100")).containsExactly(id(kept));
        assertThat(partner.ids("/v1/search?q=" + word)).containsExactly(id(kept));
        assertThat(partner.status("/v1/tags/" + word + "-below")).isEqualTo(404);
    }

    @Test
    void otherArticlesAreNotNamedInAnyFormOfABody() {
        JsonNode hidden = published("be", "");
        String slug = slug(hidden);
        JsonNode article = published("en", """
                'translationOf': '%1$s', 'body': [{'type': 'paragraph', 'html': 'An <em>end</em>'},
                    {'type': 'related', 'articles': ['%1$s']}]""".formatted(id(hidden)));
        Partner partner = Partner.with("{'languages': ['en']}");
        for (String form : List.of("blocks", "html", "markdown", "text")) {
            String path = "/v1/articles/" + id(article) + "?body=" + form;
            assertThat(Newsroom.get(path).toString()).as(form).contains(slug);
            assertThat(partner.text(path))
                    .as(form)
                    .doesNotContain(id(hidden), slug)
                    .contains("end");
        }
        assertThat(partner.get("/v1/articles/" + id(article) + "?body=html")
                        .at("/body/html")
                        .textValue())
                .isEqualTo("<p>An <em>end</em></p>");
        assertThat(partner.ask("/v1/articles/" + id(article) + "?language=be")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .doesNotContain("\"be\"", " be");
        for (String form : List.of(".ninjs", ".jsonld", ".md", ".txt")) {
            assertThat(partner.text("/v1/articles/" + id(article) + form))
                    .as(form)
                    .contains("end")
                    .doesNotContain(id(hidden), slug);
        }
        assertThat(partner.text("/v1/articles.atom")).contains("end").doesNotContain(id(hidden), slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "text", "blocks"})
    void aBodyOfWhichNothingIsLeftOutIsTheSameForAll(String form) {
        Partner partner = Partner.with("{'territory': 'PL'}");
        JsonNode sample = partner.get("/v1/articles?view=full&limit=100&body=" + form + "&published-before="
                        + Instant.now().minusSeconds(3600))
                .get("items");
        assertThat(sample).hasSizeGreaterThan(10);
        for (JsonNode own : sample) {
            assertThat(own.get("body"))
                    .isEqualTo(Newsroom.get("/v1/articles/" + id(own) + "?body=" + form)
                            .get("body"));
        }
    }

    @Test
    void picturesWithoutTheRightsAreLeftOut() {
        String given = "{'url': 'https://p.example.org/%s-given.jpg', 'licenceUrl': '%s'}".formatted(word, BY);
        String other = "{'url': 'https://p.example.org/%s-other.jpg', 'rights': 'An agency'}".formatted(word);
        JsonNode article = published("en", """
                'rights': {'licenceUrl': '%1$s'}, 'image': %3$s, 'body': [{'type': 'paragraph', 'html': 'Text'},
                    {'type': 'image', 'image': %3$s}, {'type': 'image', 'image': %2$s},
                    {'type': 'gallery', 'images': [%2$s, %3$s]}]""".formatted(BY, given, other));
        Partner partner = Partner.with("{'licences': ['%s']}".formatted(BY));
        for (String form : List.of("blocks", "html", "markdown")) {
            String text = partner.text("/v1/articles/" + id(article) + "?body=" + form);
            assertThat(text).as(form).contains(word + "-given.jpg").doesNotContain(word + "-other.jpg");
        }
        assertThat(partner.get("/v1/articles/" + id(article)).at("/body/blocks"))
                .hasSize(3);
        assertThat(partner.text("/v1/search?q=" + word)).contains(id(article)).doesNotContain("-other.jpg");
    }

    @Test
    void aPictureOfTheLibraryIsServedWhereItsLicenceAllows() {
        String given = uploaded("{\"licenceUrl\": \"%s\", \"territories\": [\"PL\"]}".formatted(BY));
        String other = uploaded("{\"licenceUrl\": \"%s\", \"territories\": [\"BY\"]}".formatted(BY));
        JsonNode article = published("en", """
                'rights': {'licenceUrl': '%s'}, 'body': [{'type': 'paragraph', 'html': 'Text'},
                    {'type': 'image', 'image': {'id': '%s'}}, {'type': 'image', 'image': {'id': '%s'}}]""".formatted(BY, given, other));
        JsonNode blocks = Newsroom.get("/v1/articles/" + id(article)).at("/body/blocks");
        Partner partner = Partner.with("{'licences': ['%s'], 'territory': 'PL'}".formatted(BY));
        JsonNode shown = partner.get("/v1/articles/" + id(article)).at("/body/blocks");
        assertThat(shown).hasSize(2);
        assertThat(shown.get(1)).isEqualTo(blocks.get(1));
        assertThat(partner.status(blocks.at("/1/image/url").textValue())).isEqualTo(200);
        assertThat(partner.status(blocks.at("/2/image/url").textValue())).isEqualTo(404);
        Newsroom.reader().get(blocks.at("/2/image/url").textValue()).then().statusCode(200);
    }

    @Test
    void whatAnArticleSaysOfAPictureCountsForItsFilesToo() {
        String image = uploaded("{\"caption\": \"No licence\"}");
        JsonNode article = published("en", """
                'rights': {'licenceUrl': '%1$s'}, 'image': {'id': '%2$s', 'licenceUrl': '%1$s'}""".formatted(BY, image));
        Partner partner = Partner.with("{'licences': ['%s']}".formatted(BY));
        String url = partner.get("/v1/articles/" + id(article)).at("/image/url").textValue();
        assertThat(partner.status(url)).isEqualTo(200);
        assertThat(Partner.with("{'licences': ['https://example.org/other']}").status(url))
                .isEqualTo(404);
    }

    private static String uploaded(String terms) {
        JsonNode image = Pictures.upload(
                Pictures.jpeg(64, 48, ThreadLocalRandom.current().nextInt()));
        Newsroom.patch("images", id(image), "*", terms).then().statusCode(200);
        return id(image);
    }

    @Test
    void updatesComeWithTheirLivePageOrNotAtAll() {
        JsonNode own = published("en", "'kind': 'live', 'tags': ['%s']".formatted(word));
        JsonNode other = published("en", "'kind': 'live'");
        Partner partner = partnerOfTag();
        String since = partner.end();
        for (JsonNode page : List.of(own, other)) {
            JsonNode update = Newsroom.create("live-updates", """
                    {"article": "%s", "body": [{"type": "paragraph", "html": "Update <em>one</em>"}]}""".formatted(id(page)));
            Newsroom.publish("live-updates", id(update));
        }
        assertThat(partner.get("/v1/articles/" + id(own) + "/updates?body=html")
                        .at("/items/0/body/html")
                        .textValue())
                .isEqualTo("<p>Update <em>one</em></p>");
        assertThat(partner.status("/v1/articles/" + id(other) + "/updates")).isEqualTo(404);
        assertThat(partner.changesSince(since + "&kind=live-update")).hasSize(1);
        assertThat(partner.ids("/v1/search?q=" + word)).containsExactly(id(own));
    }

    @Test
    void whatAPartnerHadAndMayNotHaveAnyMoreIsWithdrawnForThem() {
        JsonNode retagged = published("en", "'tags': ['%s']".formatted(word));
        JsonNode withdrawn = published("en", "'tags': ['%s']".formatted(word));
        JsonNode never = published("en", "");
        Partner partner = partnerOfTag();
        String since = partner.end();
        Newsroom.patch("articles", id(retagged), "*", "{\"tags\": []}").then().statusCode(200);
        Newsroom.publish("articles", id(retagged));
        Newsroom.withdraw("articles", id(withdrawn));
        Newsroom.withdraw("articles", id(never));
        List<JsonNode> changes = partner.changesSince(since + "&kind=article");
        assertThat(changes)
                .extracting(change -> id(change) + " " + change.get("event").textValue())
                .containsExactly(id(retagged) + " withdrawn", id(withdrawn) + " withdrawn");
        assertThat(changes).allSatisfy(change -> assertThat(change.get("slugs")).hasSize(1));
        assertThat(partner.status("/v1/articles/" + id(retagged))).isEqualTo(410);
        assertThat(partner.status("/v1/articles/" + id(withdrawn))).isEqualTo(410);
        assertThat(partner.status("/v1/articles/" + id(never))).isEqualTo(404);
        assertThat(Newsroom.reader().get("/v1/articles/" + id(never)).statusCode())
                .isEqualTo(410);
    }

    @Test
    void whatBecomesOfItAfterwardsIsNotTold() {
        JsonNode article = published("en", "'tags': ['%s']".formatted(word));
        String slug = slug(article);
        Partner partner = partnerOfTag();
        String since = partner.end();
        for (String patch : List.of("{'tags': []}", "{'slug': 'scoop-%s', 'language': 'be'}".formatted(word))) {
            Newsroom.patch("articles", id(article), "*", patch.replace('\'', '"'))
                    .then()
                    .statusCode(200);
            Newsroom.publish("articles", id(article));
        }
        List<JsonNode> changes = partner.changesSince(since + "&kind=article");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("slugs").toString()).isEqualTo("[\"" + slug + "\"]");
        assertThat(changes.toString()).doesNotContain("scoop-", "articles:be");
        assertThat(partner.status("/v1/articles/scoop-" + word)).isEqualTo(404);
        assertThat(partner.status("/v1/articles/" + slug)).isEqualTo(410);
    }

    @Test
    void mergedTagsAreOneAndTellNothingOfWhatAPartnerNeverHad() {
        String other = Newsroom.createTag("topic", word + "-other", word + " other")
                .get("id")
                .textValue();
        JsonNode hidden = published("en", "'tags': ['%s']".formatted(word));
        JsonNode own = published("en", "'tags': ['%s-other']".formatted(word));
        Partner partner = Partner.with("{'withoutTags': ['%s']}".formatted(word));
        String since = partner.end();
        Newsroom.editor()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"into\": \"%s\"}".formatted(other))
                .put("/v1/editorial/tags/" + tag + "/merge")
                .then()
                .statusCode(200);
        assertThat(partner.status("/v1/articles/" + id(own))).isEqualTo(410);
        Newsroom.editor()
                .header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag + "/merge")
                .then()
                .statusCode(200);
        assertThat(partner.changesSince(since + "&kind=article"))
                .extracting(EntitlementTest::id)
                .contains(id(own))
                .doesNotContain(id(hidden));
        assertThat(partner.status("/v1/articles/" + id(hidden))).isEqualTo(404);
        assertThat(partner.status("/v1/articles/" + id(own))).isEqualTo(200);
    }

    @Test
    void aTagThatAKeyNamesIsNotDeleted() {
        Partner.with("{'withoutTags': ['%s']}".formatted(word));
        Newsroom.editor()
                .header("If-Match", "*")
                .delete("/v1/editorial/tags/" + tag)
                .then()
                .statusCode(409)
                .body("detail", containsString("partners"));
    }

    @Test
    void aDelayedPartnerGetsItLaterAndIsTold() {
        Partner partner = Partner.with("{'delaySeconds': 5, 'tags': ['%s']}".formatted(word));
        String since = partner.end();
        JsonNode article = published("en", "'tags': ['%s']".formatted(word));
        Instant before = Instant.now();
        JsonNode brief = published("en", "'tags': ['%s']".formatted(word));
        Newsroom.withdraw("articles", id(brief));
        assertThat(partner.ids("/v1/articles?tag=" + word)).isEmpty();
        assertThat(partner.ids("/v1/search?q=" + word)).isEmpty();
        assertThat(partner.status("/v1/articles/" + id(article))).isEqualTo(404);
        assertThat(partner.changesSince(since + "&kind=article")).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(partner.changesSince(since + "&kind=article"))
                        .extracting(EntitlementTest::id)
                        .containsOnly(id(article)));
        assertThat(Instant.now()).isAfter(before.plusSeconds(4));
        assertThat(partner.ids("/v1/articles?tag=" + word)).containsExactly(id(article));
        assertThat(partner.ids("/v1/search?q=" + word)).containsExactly(id(article));
        assertThat(partner.status("/v1/articles/" + id(article))).isEqualTo(200);
        assertThat(partner.status("/v1/articles/" + id(brief))).isEqualTo(404);
        partner.leave();
    }

    private static String updateOf(JsonNode page) {
        JsonNode update = Newsroom.create("live-updates", """
                {"article": "%s", "title": "So far", "body": [{"type": "paragraph", "html": "Nothing yet."}]}""".formatted(id(page)));
        Newsroom.publish("live-updates", id(update));
        return id(update);
    }

    @Test
    void aDelayedPartnerIsToldOfAllThatComesWithAPage() {
        Partner partner = Partner.with("{'delaySeconds': 5, 'languages': ['en']}");
        String tag = id(Newsroom.createTag("topic", "late-" + word, "Late " + word));
        published("be", "'tags': ['late-%s']".formatted(word));
        String since = partner.end();
        JsonNode page = published("en", "'kind': 'live', 'tags': ['late-%s']".formatted(word));
        String update = updateOf(page);
        String list = id(Newsroom.createListOf(id(page), "Late " + word));
        Newsroom.publish("story-lists", list);
        String ruled = id(Newsroom.create("story-lists", """
                {"title": "Ruled %1$s", "rule": {"tag": "late-%1$s", "limit": 10}}""".formatted(word)));
        Newsroom.publish("story-lists", ruled);
        List<String> told = new ArrayList<>();
        String[] next = {since};
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> { // as a follower does, also during the delay
                            JsonNode changes = partner.get(next[0]);
                            next[0] = changes.get("since").textValue();
                            changes.get("items").forEach(change -> told.add(id(change)));
                            return told.containsAll(List.of(id(page), update, tag, list, ruled))
                                    && told.lastIndexOf(ruled) > told.indexOf(id(page));
                        });
        assertThat(told.lastIndexOf(list)).as("also when the page comes").isGreaterThan(told.indexOf(list));
        partner.leave();
    }

    @Test
    void theUpdatesOfAPageAndTheListsThatNameItComeAndGoWithATagThatIsMoved() {
        Partner partner = partnerOfTag();
        Newsroom.createTag("topic", "elsewhere-" + word, "Elsewhere " + word);
        String below = id(Newsroom.createTag("topic", "below-" + word, "Below " + word));
        JsonNode page = published("en", "'kind': 'live', 'tags': ['below-%s']".formatted(word));
        String update = updateOf(page);
        String list = id(Newsroom.createListOf(id(page), "Below " + word));
        Newsroom.publish("story-lists", list);
        String since = partner.end();
        Newsroom.patch("tags", below, "*", "{\"parents\": [\"%s\"]}".formatted(word))
                .then()
                .statusCode(200);
        assertThat(partner.changesSince(since + "&kind=story-list"))
                .extracting(EntitlementTest::id)
                .contains(list);
        assertThat(partner.changesSince(since + "&kind=live-update"))
                .extracting(change -> id(change) + " " + change.get("event").textValue())
                .containsExactly(update + " updated");
        since = partner.end();
        Newsroom.patch("tags", below, "*", "{\"parents\": [\"elsewhere-%s\"]}".formatted(word))
                .then()
                .statusCode(200);
        assertThat(partner.changesSince(since + "&kind=live-update"))
                .extracting(change -> id(change) + " " + change.get("event").textValue())
                .containsExactly(update + " withdrawn");
    }

    @Test
    void theEndOfAnUpdateTellsNothingOfWhatItsPageBecame() {
        String secret = id(Newsroom.createTag("topic", "secret-" + word, "Secret " + word));
        JsonNode page = published("en", "'kind': 'live', 'tags': ['%s']".formatted(word));
        String update = updateOf(page);
        Partner partner = partnerOfTag();
        String since = partner.end();
        Newsroom.patch("articles", id(page), "*", "{\"tags\": [\"secret-%s\"], \"language\": \"be\"}".formatted(word))
                .then()
                .statusCode(200);
        Newsroom.publish("articles", id(page));
        List<JsonNode> changes = partner.changesSince(since + "&kind=live-update");
        assertThat(changes).extracting(EntitlementTest::id).containsExactly(update);
        assertThat(changes.toString()).contains("live-updates-about:tag:" + tag).doesNotContain(secret, "articles:be");
    }

    @Test
    void aListLeavesOutWhatAPartnerMayNotHaveAndOthersMoveUp() {
        JsonNode own = published("en", "'tags': ['%s']".formatted(word));
        JsonNode other = published("en", "");
        JsonNode list = Newsroom.create("story-lists", """
                {"title": "List", "items": [{"article": "%s"}, {"article": "%s", "headline": "Of %s"}]}""".formatted(id(other), id(own), word));
        Newsroom.publish("story-lists", id(list));
        JsonNode items = partnerOfTag().get("/v1/story-lists/" + id(list)).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.toString()).contains(id(own)).doesNotContain(id(other));
    }

    @Test
    void anAlertComesWithItsArticleOrNotAtAll() {
        JsonNode own = published("en", "'tags': ['%s']".formatted(word));
        JsonNode other = published("en", "");
        Partner partner = partnerOfTag();
        String since = partner.end();
        String everybody = Newsroom.get("/v1/changes?since=now").get("since").textValue();
        for (JsonNode article : List.of(own, other)) {
            JsonNode alert = Newsroom.create(
                    "alerts", """
                    {"headline": "Alert %s", "article": "%s", "expiresAt": "%s"}""".formatted(word, id(article), Instant.now().plusSeconds(600)));
            Newsroom.publish("alerts", id(alert));
        }
        assertThat(partner.get("/v1/alerts").get("items")).hasSize(1);
        assertThat(partner.changesSince(since + "&kind=alert")).hasSize(1);
        Newsroom.patch("articles", id(own), "*", "{\"tags\": []}").then().statusCode(200);
        Newsroom.publish("articles", id(own));
        assertThat(partner.get("/v1/alerts").get("items")).isEmpty();
        assertThat(partner.changesSince(since + "&kind=alert"))
                .extracting(change -> change.get("event").textValue())
                .containsExactly("withdrawn");
        assertThat(Newsroom.get(everybody + "&kind=alert").get("items"))
                .as("nobody is rung twice")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reader | {'tags': ['nothing-like-that']}      | /entitlement/tags/0        | tag
            reader | {'withoutTags': ['nothing-like-it']} | /entitlement/withoutTags/0 | tag
            reader | {'languages': ['english']}           | /entitlement/languages/0   | BCP 47
            reader | {'licences': ['CC BY']}              | /entitlement/licences/0    | URL
            reader | {'territory': 'Poland'}              | /entitlement/territory     | ISO 3166
            reader | {'delaySeconds': 0}                  | /entitlement/delaySeconds  | from 1
            reader | {'tag': ['a']}                       | /entitlement/tag           | field
            reader | {}                                   | /entitlement               | must name something
            editor | {'languages': ['be']}                | /entitlement               | role reader
            """)
    void whatIsWrongWithAnEntitlementIsNamed(String role, String entitlement, String pointer, String says) {
        Newsroom.post("keys", """
                        {"name": "partner", "role": "%s", "entitlement": %s}""".formatted(role.toLowerCase(Locale.ROOT), entitlement.replace('\'', '"')))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(says));
    }
}
