package dev.dateline.front;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.get;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fronts: whole pages in one answer. */
@DatelineTest
class FrontTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String tagged(String headline, String tag) {
        ObjectNode content = (ObjectNode) tree(article("en", headline));
        content.withArray("tags").add(tag);
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static String published(String kind, String json) {
        String id = create(kind, json).get("id").textValue();
        publish(kind, id);
        return id;
    }

    private static List<String> ids(JsonNode section) {
        List<String> ids = new ArrayList<>();
        section.get("stories").forEach(story -> ids.add(story.at("/article/id").textValue()));
        return ids;
    }

    @Test
    void aFrontShowsEachArticleOnceAndRulesFillUpWithTheNext() {
        String tag = "front-" + mark;
        createTag("topic", tag, tag);
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            articles.add(tagged("Article " + i, tag));
        }
        String top = published("story-lists", """
                {"title": "Top", "slug": "top-%s",
                 "items": [{"article": "%s"}, {"article": "%s"}]}""".formatted(mark, articles.get(5), articles.get(3)));
        published("story-lists", """
                {"title": "Latest", "slug": "latest-%s", "rule": {"tag": "%s", "limit": 3}}""".formatted(mark, tag));
        String callout = published("callouts", """
                {"title": "Support", "label": "Give", "url": "https://example.org/s", "placement": "p-%s"}""".formatted(mark));
        String front = published("fronts", """
                {"title": "Home", "slug": "home-%1$s", "language": "en", "sections": [
                  {"list": "top-%1$s", "limit": 1}, {"placement": "p-%1$s"}, {"title": "New", "list": "latest-%1$s"}]}""".formatted(mark));
        JsonNode view = get("/v1/fronts/home-" + mark);
        assertThat(view.get("sections").findValuesAsText("kind"))
                .startsWith("stories")
                .contains("callouts");
        assertThat(ids(view.at("/sections/0"))).containsExactly(articles.get(5));
        assertThat(view.at("/sections/1/callouts/0/label").textValue()).isEqualTo("Give");
        assertThat(view.at("/sections/2/title").textValue()).isEqualTo("New");
        assertThat(ids(view.at("/sections/2"))).containsExactly(articles.get(4), articles.get(3), articles.get(2));
        await().untilAsserted(
                        () -> assertThat(reader().get("/v1/fronts/home-" + mark).header("Cache-Status"))
                                .isEqualTo("Dateline; hit")); // when the log has said it too
        Instant before = Instant.now();

        patch("story-lists", top, "*", """
                {"items": [{"article": "%s"}]}""".formatted(articles.get(4)));
        publish("story-lists", top);
        assertThat(ids(get("/v1/fronts/home-" + mark).at("/sections/0"))).containsExactly(articles.get(4));
        assertThat(ids(get("/v1/fronts/home-" + mark).at("/sections/2")))
                .containsExactly(articles.get(5), articles.get(3), articles.get(2));
        JsonNode then = get("/v1/fronts/home-" + mark + "?at=" + before);
        assertThat(ids(then.at("/sections/0"))).containsExactly(articles.get(5));
        assertThat(then.at("/sections/1/callouts")).hasSize(1);
        withdraw("callouts", callout);
        assertThat(get("/v1/fronts/home-" + mark + "?at=" + before).at("/sections/1/callouts"))
                .isEmpty();

        withdraw("fronts", front);
        reader().get("/v1/fronts/home-" + mark).then().statusCode(410);
    }

    @Test
    void calloutsSwitchAtTheirTime() {
        String from = Instant.now().plusMillis(1200).toString();
        published("callouts", """
                {"title": "Soon", "label": "Go", "url": "https://example.org/s", "placement": "soon-%s", "from": "%s"}""".formatted(mark, from));
        published("fronts", """
                {"title": "Soon", "slug": "soon-%1$s", "sections": [{"placement": "soon-%1$s"}]}""".formatted(mark));
        assertThat(get("/v1/fronts/soon-" + mark).at("/sections/0/callouts")).isEmpty();
        assertThat(get("/v1/callouts?placement=soon-" + mark).get("items")).isEmpty();
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get("/v1/fronts/soon-" + mark)
                                .at("/sections/0/callouts")
                                .size()
                        == 1);
        assertThat(get("/v1/callouts?placement=soon-" + mark).get("items")).hasSize(1);
    }

    @Test
    void lookingBackShowsCalloutsInEveryFormOfTheLanguageAsNow() {
        published("callouts", """
                {"title": "Падтрымайце", "label": "Так", "url": "https://example.org/s", "placement": "be-%s", "language": "be-tarask"}""".formatted(mark));
        published("fronts", """
                {"title": "Галоўная", "slug": "be-%1$s", "language": "be", "sections": [{"placement": "be-%1$s"}]}""".formatted(mark));
        assertThat(get("/v1/fronts/be-" + mark).at("/sections/0/callouts")).hasSize(1);
        assertThat(get("/v1/fronts/be-" + mark + "?at=" + Instant.now()).at("/sections/0/callouts"))
                .hasSize(1);
    }

    @Test
    void aFrontNeedsATitleAndSectionsThatLeadSomewhere() {
        Newsroom.post("fronts", """
                        {"title": "x", "sections": [{"list": "never-%s"}]}""".formatted(mark))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sections/0/list"));
        Newsroom.post("fronts", """
                {"title": "x", "sections": [{}]}""").then().statusCode(400);
        String id = create("fronts", "{}").get("id").textValue();
        Newsroom.editor()
                .header("If-Match", "*")
                .put("/v1/editorial/fronts/" + id + "/publication")
                .then()
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/title", "/sections")));
        reader().get("/v1/fronts/never-" + mark).then().statusCode(404);
    }
}
