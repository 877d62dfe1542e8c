package dev.dateline.delivery;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Waiting;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reading what is public. */
@DatelineTest
class DeliveryTest {

    @Test
    void cursorsLeadThroughACollectionAndBackAgain() {
        String tag = tag("topic");
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            published.add(publishedArticle("en", "Walk " + i, tag));
        }
        Collections.reverse(published);

        List<String> forwards = new ArrayList<>();
        String last = null;
        for (String next = "/v1/articles?tag=" + tag + "&limit=4"; next != null; ) {
            JsonNode page = get(next);
            page.get("items").forEach(item -> forwards.add(item.get("id").textValue()));
            last = next;
            next = page.path("next").textValue();
        }
        assertThat(forwards).isEqualTo(published);

        List<String> backwards = new ArrayList<>();
        for (String previous = last; previous != null; ) {
            JsonNode page = get(previous);
            List<String> ids = new ArrayList<>();
            page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
            backwards.addAll(0, ids);
            previous = page.path("previous").textValue();
        }
        assertThat(backwards).isEqualTo(published);
    }

    @Test
    void theLinkHeaderSaysWhatTheBodySays() {
        Response page = reader().get("/v1/articles?limit=1");
        String next = Newsroom.tree(page.asString()).get("next").textValue();
        page.then().header("Link", equalTo("<" + next + ">; rel=\"next\""));
    }

    @Test
    void tagsCombineWithAndOrAndNot() {
        String a = tag("topic");
        String b = tag("place");
        String c = tag("person");
        String both = publishedArticle("en", "Both", a, b);
        String onlyA = publishedArticle("en", "Only a", a);
        String onlyC = publishedArticle("en", "Only c", c);

        assertThat(ids("tag=" + a + "," + b)).containsExactly(both);
        assertThat(ids("tag=" + a + "%7C" + c)).containsExactly(onlyC, onlyA, both);
        assertThat(ids("tag=" + a + ",-" + b)).containsExactly(onlyA);
        assertThat(ids("tag=" + a + ",no-such-tag")).isEmpty();
        assertThat(ids("tag=" + a + ",-no-such-tag")).containsExactly(onlyA, both);
    }

    @Test
    void aTagThatThereIsNotIsNamedUntilThereIsOne() {
        String a = tag("topic");
        publishedArticle("en", "Tagged", a);
        String secret = tag("topic");
        assertThat(get("/v1/articles?tag=" + a).has("unknown")).isFalse();
        assertThat(get("/v1/articles?tag=" + a + ",minks").get("unknown")).hasToString("[\"minks\"]");
        assertThat(get("/v1/articles?section=" + a).get("unknown"))
                .as("a topic is no section")
                .hasToString("[\"" + a + "\"]");
        assertThat(get("/v1/articles?contributor=" + a).get("unknown"))
                .as("a topic is no contributor")
                .hasToString("[\"" + a + "\"]");
        assertThat(get("/v1/articles?tag=" + secret).get("unknown"))
                .as("a tag that nothing public carries")
                .hasToString("[\"" + secret + "\"]");
        publishedArticle("en", "Now public", secret);
        assertThat(get("/v1/articles?tag=" + secret).has("unknown")).isFalse();
    }

    @Test
    void newsIsReadWithoutStandingPagesUnlessTheyAreAskedFor() {
        String tag = tag("topic");
        String news = publishedArticle("en", "News", tag);
        String page = Newsroom.create("articles", """
                {"language": "en", "kind": "page", "headline": "About us", "tags": ["%s"],
                 "body": [{"type": "paragraph", "html": "x"}]}""".formatted(tag)).get("id").textValue();
        publish("articles", page);
        assertThat(ids("tag=" + tag)).containsExactly(news);
        assertThat(ids("tag=" + tag + "&kind=page")).containsExactly(page);
        assertThat(ids("tag=" + tag + "&kind=any")).containsExactly(page, news);
        reader().get("/v1/articles?kind=post").then().statusCode(400);
    }

    @Test
    void filtersOrdersAndCountsAgree() {
        String tag = tag("topic");
        String old = publishedAt("2020-01-01T00:00:00Z", "be", tag);
        String middle = publishedAt("2021-01-01T00:00:00Z", "ru", tag);
        String recent = publishedAt("2022-01-01T00:00:00Z", "be", tag);

        assertThat(ids("tag=" + tag)).containsExactly(recent, middle, old);
        assertThat(ids("tag=" + tag + "&order=oldest")).containsExactly(old, middle, recent);
        assertThat(ids("tag=" + tag + "&language=be")).containsExactly(recent, old);
        assertThat(ids("tag=" + tag + "&published-after=2021-01-01")).containsExactly(recent, middle);
        assertThat(reader().urlEncodingEnabled(false)
                        .get("/v1/articles?tag=" + tag + "&published-after=2021-01-01T03:00:00+03:00")
                        .jsonPath()
                        .getList("items.id"))
                .as("a plus sign that curl sends as it is")
                .containsExactly(recent, middle);
        assertThat(ids("tag=" + tag + "&published-before=2021-01-01T00:00:00Z")).containsExactly(old);
        JsonNode exact = get("/v1/articles?limit=1&count=exact&tag=" + tag);
        assertThat(exact.at("/count/value").intValue()).isEqualTo(3);
        assertThat(get("/v1/articles?limit=1&count=estimated&tag=" + tag).get("count"))
                .isEqualTo(exact.get("count"));

        String edited = old;
        patch("articles", edited, "*", json("headline", "Edited")).then().statusCode(200);
        publish("articles", edited);
        assertThat(ids("tag=" + tag + "&order=updated").get(0)).isEqualTo(edited);
        assertThat(ids("tag=" + tag)).as("an edit does not make it newer").containsExactly(recent, middle, old);
    }

    @Test
    void sectionAndContributorAreFiltersOfTheirOwn() {
        String section = tag("section");
        String topic = tag("topic");
        String writer = tag("contributor");
        String id = create("articles", withFields("en", "Written", section, topic, writer))
                .get("id")
                .textValue();
        publish("articles", id);

        assertThat(ids("section=" + section)).containsExactly(id);
        assertThat(ids("section=" + topic)).as("a topic is no section").isEmpty();
        assertThat(ids("contributor=" + writer)).containsExactly(id);
        assertThat(ids("contributor=" + topic)).isEmpty();
        assertThat(get("/v1/articles/" + id).at("/byline/0/contributor").textValue())
                .isEqualTo(writer);
    }

    @Test
    void aBatchComesInTheOrderAskedForAndNamesWhatIsMissing() {
        String first = publishedArticle("en", "First", tag("topic"));
        String second = publishedArticle("en", "Second", tag("topic"));
        String draft = create("articles", article("en", "Draft")).get("id").textValue();
        String unknown = UUID.randomUUID().toString();

        JsonNode batch =
                get("/v1/articles?view=full&body=text&id=" + second + "," + unknown + "," + first + "," + draft);

        assertThat(batch.at("/items/0/id").textValue()).isEqualTo(second);
        assertThat(batch.at("/items/1/id").textValue()).isEqualTo(first);
        assertThat(batch.at("/items/0/body/text").textValue()).startsWith("Text of");
        assertThat(batch.get("missing")).extracting(JsonNode::textValue).containsExactly(unknown, draft);
    }

    @Test
    void whatHasNotChangedIs304() {
        String path = "/v1/articles/" + publishedArticle("en", "Unchanged", tag("topic"));
        Response first = reader().get(path);
        String tag = first.header("ETag");

        reader().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .body(equalTo(""))
                .header("ETag", tag);
        reader().header("If-None-Match", "\"x\", W/" + tag).get(path).then().statusCode(304);
        reader().header("If-None-Match", "*").get(path).then().statusCode(304);
        reader().header("If-None-Match", "\"x\"").get(path).then().statusCode(200);
        reader().header("If-None-Match", "x").get(path).then().statusCode(200);
        Waiting.untilThisSecondIsOver(); // before, it does not say when something changed
        reader().header("If-Modified-Since", reader().get(path).header("Last-Modified"))
                .get(path)
                .then()
                .statusCode(304);
        reader().header("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(200);
        reader().head(path).then().statusCode(200).header("ETag", tag).body(equalTo(""));
        first.then()
                .header("Cache-Control", startsWith("public, max-age="))
                .header("Cache-Control", containsString("s-maxage="));
    }

    @Test
    void aFormerSlugLeadsOnAndAWithdrawnArticleIsGone() {
        String id = publishedArticle("be", "Стары загаловак", tag("topic"));
        String old = get("/v1/articles/" + id).get("slug").textValue();
        String slug = "new-slug-" + UUID.randomUUID();
        patch("articles", id, "*", json("slug", slug)).then().statusCode(200);
        assertThat(get("/v1/articles/" + old).get("id").textValue())
                .as("not before it is published")
                .isEqualTo(id);
        publish("articles", id);

        reader().get("/v1/articles/" + old + "?body=text")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/v1/articles/" + slug + "?body=text&language=be"));
        withdraw("articles", id);
        for (String address : List.of(id, slug, old)) {
            reader().get("/v1/articles/" + address)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/withdrawn"));
        }
        publish("articles", id);
        assertThat(get("/v1/articles/" + slug).get("id").textValue()).isEqualTo(id);
    }

    @Test
    void aDraftLooksLikeSomethingThatNeverWas() {
        JsonNode draft = create("articles", article("en", "Secret " + UUID.randomUUID()));
        Response never = reader().get("/v1/articles/never-was-" + UUID.randomUUID());

        for (String address :
                List.of(draft.get("slug").textValue(), draft.get("id").textValue())) {
            Response hidden = reader().get("/v1/articles/" + address);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.asString()).isEqualTo(never.asString());
            assertThat(hidden.headers().asList()).hasSameSizeAs(never.headers().asList());
        }
    }

    @Test
    void languagesMayShareASlugAndTheFirstKeepsTheBareAddress() {
        String slug = "shared-" + UUID.randomUUID();
        String be = create("articles", withSlug("be", slug)).get("id").textValue();
        publish("articles", be);
        String ru = create("articles", withSlug("ru", slug)).get("id").textValue();
        publish("articles", ru);

        assertThat(get("/v1/articles/" + slug).get("id").textValue()).isEqualTo(be);
        assertThat(get("/v1/articles/" + slug + "?language=ru").get("id").textValue())
                .isEqualTo(ru);
        reader().get("/v1/articles/" + slug + "?language=en").then().statusCode(404);
    }

    @Test
    void aTagIsPublicOnceSomethingPublishedCarriesIt() {
        String tag = tag("place");
        reader().get("/v1/tags/" + tag).then().statusCode(404);
        String id = create("articles", withFields("en", "Carrier", tag, tag, null))
                .get("id")
                .textValue();
        reader().get("/v1/tags/" + tag).then().statusCode(404);
        publish("articles", id);
        assertThat(get("/v1/tags/" + tag).get("articles").textValue()).isEqualTo("/v1/articles?tag=" + tag);
        withdraw("articles", id);
        reader().get("/v1/tags/" + tag).then().statusCode(404);
    }

    @Test
    void aTagsFormerSlugLeadsOnAndItsNewNameShowsEverywhere() {
        String old = tag("topic");
        JsonNode tag = Newsroom.tree(
                editor().get("/v1/editorial/tags?limit=100&type=topic").asString());
        String id = publishedArticle("en", "Named", old);
        String tagId = get("/v1/articles/" + id).at("/tags/0/id").textValue();
        String slug = "renamed-" + UUID.randomUUID();
        patch("tags", tagId, "*", """
                        {"slug": "%s", "names": {"en": "New name"}}""".formatted(slug)).then().statusCode(200);

        reader().get("/v1/tags/" + old).then().statusCode(308).header("Location", equalTo("/v1/tags/" + slug));
        assertThat(get("/v1/articles/" + id).at("/tags/0/name").textValue()).isEqualTo("New name");
        assertThat(ids("tag=" + old)).containsExactly(id);
        assertThat(ids("tag=" + slug)).containsExactly(id);
        assertThat(tag.get("items")).isNotEmpty();
    }

    @Test
    void translationsAndRelatedArticlesNameEachOtherOnlyWhilePublic() {
        String original = publishedArticle("be", "Арыгінал", tag("topic"));
        ObjectNode translation = (ObjectNode) Newsroom.tree(article("ru", "Перевод"));
        translation.put("translationOf", original);
        String ru = create("articles", translation.toString()).get("id").textValue();
        ObjectNode pointing = (ObjectNode) Newsroom.tree(article("be", "Паказвае"));
        pointing.withArray("body")
                .addObject()
                .put("type", "related")
                .putArray("articles")
                .add(ru);
        String pointer = create("articles", pointing.toString()).get("id").textValue();
        publish("articles", pointer);
        assertThat(get("/v1/articles/" + pointer).toString()).doesNotContain(ru);
        assertThat(get("/v1/articles/" + original).get("translations")).isEmpty();

        publish("articles", ru);
        assertThat(get("/v1/articles/" + original).at("/translations/0/id").textValue())
                .isEqualTo(ru);
        assertThat(get("/v1/articles/" + ru).at("/translations/0/id").textValue())
                .isEqualTo(original);
        assertThat(get("/v1/articles/" + pointer)
                        .at("/body/blocks/1/articles/0/headline")
                        .textValue())
                .isEqualTo("Перевод");

        withdraw("articles", ru);
        assertThat(get("/v1/articles/" + pointer).toString()).doesNotContain(ru);
        assertThat(get("/v1/articles/" + original).toString()).doesNotContain(ru);
    }

    @Test
    void aTranslationThatLeavesItsGroupIsNamedNowhereAnyMore() {
        String original = publishedArticle("be", "Застаецца", tag("topic"));
        ObjectNode translation = (ObjectNode) Newsroom.tree(article("ru", "Уходит"));
        String ru = create(
                        "articles", translation.put("translationOf", original).toString())
                .get("id")
                .textValue();
        publish("articles", ru);
        assertThat(get("/v1/articles/" + original).toString()).contains("Уходит");

        patch("articles", ru, "*", json("translationOf", null)).then().statusCode(200);
        publish("articles", ru);
        assertThat(get("/v1/articles/" + original).toString()).doesNotContain("Уходит");
        withdraw("articles", ru);
        assertThat(get("/v1/articles/" + original).toString()).doesNotContain("Уходит");
    }

    @Test
    void whatIsNoArticleWasNeverWithdrawn() {
        String list = create("story-lists", json("title", "A list")).get("id").textValue();
        publish("story-lists", list);
        reader().get("/v1/articles/" + list).then().statusCode(404);
    }

    @Test
    void aHugeWordAndAHugeSlugHurtNobody() {
        ObjectNode content = (ObjectNode) Newsroom.tree(article("en", "Huge"));
        content.withArray("body").addObject().put("type", "paragraph").put("html", "a-".repeat(9_000) + "a");
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        assertThat(get("/v1/articles/" + id).get("wordCount").intValue()).isLessThan(15);
        Newsroom.post("articles", json("slug", "a-".repeat(500_000) + "a"))
                .then()
                .statusCode(400);
        reader().get("/v1/articles/" + "a-".repeat(1_000) + "a").then().statusCode(404);
    }

    @Test
    void anEntryOfAListShowsOnlyWhileItsArticleIsPublic() {
        String shown = publishedArticle("en", "Shown", tag("topic"));
        String draft = create("articles", article("en", "Not yet")).get("id").textValue();
        String slug = "list-" + UUID.randomUUID();
        JsonNode content = create("story-lists", """
                {"slug": "%s", "title": "List", "items": [
                  {"article": "%s"}, {"article": "%s", "headline": "Ours"}]}""".formatted(slug, draft, shown));
        String list = content.get("id").textValue();
        reader().get("/v1/story-lists/" + slug).then().statusCode(404);
        publish("story-lists", list);

        JsonNode one = get("/v1/story-lists/" + slug);
        assertThat(one.get("items")).hasSize(1);
        assertThat(one.at("/items/0/number").intValue()).isEqualTo(1);
        assertThat(one.at("/items/0/headline").textValue()).isEqualTo("Ours");
        assertThat(one.at("/items/0/article/headline").textValue()).isEqualTo("Shown");
        publish("articles", draft);
        assertThat(get("/v1/story-lists/" + slug).get("items")).hasSize(2);
        withdraw("story-lists", list);
        reader().get("/v1/story-lists/" + slug).then().statusCode(410);
    }

    @Test
    void aCalloutShowsOnlyInItsWindow() {
        String placement = "p-" + UUID.randomUUID();
        callout(placement, "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");
        callout(placement, "2090-01-01T00:00:00Z", null);
        String open = callout(placement, "2020-01-01T00:00:00Z", null);

        JsonNode shown = get("/v1/callouts?placement=" + placement);
        assertThat(shown.get("items").findValuesAsText("id")).containsExactly(open);
    }

    @Test
    void theEntryPointLeadsEverywhere() {
        JsonNode links = get("/v1");
        links.forEach(link -> assertThat(
                        reader().redirects().follow(true).get(link.textValue()).statusCode())
                .as(link.textValue())
                .isEqualTo(200));
        reader().accept("text/html").get("/").then().statusCode(303).header("Location", matchesPattern(".*/docs"));
        assertThat(reader().get("/").asString()).isEqualTo(links.toString());
    }

    private static String callout(String placement, String from, String until) {
        ObjectNode content = (ObjectNode) Newsroom.tree("""
                {"title": "T", "label": "L", "url": "https://example.org",
                 "placement": "%s", "from": "%s"}""".formatted(placement, from));
        if (until != null) {
            content.put("until", until);
        }
        String id = create("callouts", content.toString()).get("id").textValue();
        publish("callouts", id);
        return id;
    }

    private static String tag(String type) {
        String slug = type + "-" + UUID.randomUUID();
        createTag(type, slug, slug);
        return slug;
    }

    private static String publishedArticle(String language, String headline, String... tags) {
        ObjectNode content = (ObjectNode) Newsroom.tree(article(language, headline));
        for (String tag : tags) {
            content.withArray("tags").add(tag);
        }
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static String publishedAt(String time, String language, String tag) {
        ObjectNode content = (ObjectNode) Newsroom.tree(article(language, "At " + time));
        content.withArray("tags").add(tag);
        String id = create("articles", content.toString()).get("id").textValue();
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("publishedAt", time))
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(200);
        return id;
    }

    private static String withFields(String language, String headline, String section, String topic, String writer) {
        ObjectNode content = (ObjectNode) Newsroom.tree(article(language, headline));
        content.withArray("tags").add(section).add(topic);
        if (writer != null) {
            content.withArray("byline").addObject().put("contributor", writer);
        }
        return content.toString();
    }

    private static String withSlug(String language, String slug) {
        return ((ObjectNode) Newsroom.tree(article(language, "Same words")))
                .put("slug", slug)
                .toString();
    }

    private static List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        get("/v1/articles?" + query)
                .get("items")
                .forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }
}
