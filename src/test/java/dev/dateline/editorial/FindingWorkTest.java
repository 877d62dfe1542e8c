package dev.dateline.editorial;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six articles, each in another situation, carry a section of their own: every filter finds the ones that it is for. */
@DatelineTest
class FindingWorkTest {

    private static final String ARTICLES = "/v1/editorial/articles";

    private final String section = "work-" + UUID.randomUUID().toString().substring(0, 8);
    private String draft;
    private String inReview;
    private String live;
    private String changed;
    private String scheduled;
    private String withdrawn;

    @BeforeEach
    void sixArticles() {
        create("tags", """
                {"type": "section", "slug": "%1$s", "names": {"en": "%1$s"}}""".formatted(section));
        draft = article("Alpha", "be");
        inReview = article("Bravo", "be");
        put(inReview, "review", json("state", "in-review"));
        live = article("Charlie", "ru");
        publish("articles", live);
        changed = article("Delta", "ru");
        publish("articles", changed);
        patch("articles", changed, "*", json("kicker", "Not yet seen")).then().statusCode(200);
        scheduled = article("Echo", "en");
        put(scheduled, "publication", json("at", "2088-01-01T00:00:00Z"));
        patch("articles", scheduled, "*", json("kicker", "Later than scheduled"))
                .then()
                .statusCode(200);
        withdrawn = article("Foxtrot", "en");
        publish("articles", withdrawn);
        editor().header("If-Match", "*")
                .delete(ARTICLES + "/" + withdrawn + "/publication?kind=legal")
                .then()
                .statusCode(200);
        patch("articles", withdrawn, "*", json("kicker", "Edited")).then().statusCode(200);
    }

    private String article(String headline, String language) {
        return create("articles", """
                {"language": "%s", "headline": "%s", "tags": ["%s"], "kind": "%s",
                 "body": [{"type": "paragraph", "html": "x"}]}
                """.formatted(
                                language, headline, section, headline.equals("Alpha") ? "page" : "article"))
                .get("id")
                .textValue();
    }

    private static void put(String id, String what, String body) {
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(ARTICLES + "/" + id + "/" + what)
                .then()
                .statusCode(200);
    }

    private List<String> found(String query) {
        JsonNode page = Newsroom.tree(
                editor().get(ARTICLES + "?section=" + section + "&" + query).asString());
        return page.get("items").findValuesAsText("headline");
    }

    @Test
    void whatIsBeingReviewedIsFoundByHowFarItHasCome() {
        assertThat(found("review=in-review")).containsExactly("Bravo");
        assertThat(found("review=in-review,approved")).containsExactly("Bravo");
        assertThat(found("review=draft")).hasSize(5);
    }

    @Test
    void anEmbargoAndTheEndOfWhatIsPublicAreFound() {
        patch("articles", draft, "*", json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        patch("articles", inReview, "*", json("embargoedUntil", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        put(live, "publication", json("until", "2087-01-01T00:00:00Z"));
        assertThat(found("embargoed=true")).containsExactly("Alpha");
        assertThat(found("embargoed=false")).hasSize(5);
        assertThat(found("ends-before=2088-01-01")).containsExactly("Charlie");
        assertThat(found("ends-before=2087-01-01")).isEmpty();
        editor().get("/v1/editorial/story-lists?embargoed=true")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("embargoed"));
    }

    @Test
    void aDraftIsFoundByWhoWroteItAndByItsTags() {
        String mark = section.replaceAll("[^a-z]", "x");
        create("tags", """
                {"type": "contributor", "slug": "hanna-%1$s", "names": {"be": "Ганна Шапялевіч%1$s"}}""".formatted(mark));
        patch("articles", draft, "*", """
                {"byline": [{"contributor": "hanna-%s"}]}""".formatted(mark)).then().statusCode(200);
        assertThat(found("q=шапялевіч" + mark)).containsExactly("Alpha");
        assertThat(found("q=hanna-" + mark)).containsExactly("Alpha");
        assertThat(found("q=" + section)).contains("Alpha", "Bravo");
    }

    @Test
    void aDraftIsFoundByAnyOfItsWordsInAnyForm() {
        patch("articles", draft, "*", """
                        {"lead": "Масты адкрылі", "kicker": "Ask Volha's lawyers",
                         "body": [{"type": "paragraph", "html": "Журналісты <b>сустрэ</b>ліся<br>ля ракі &amp; моста"}]}
                        """).then().statusCode(200);
        for (String query : List.of(
                "alpha",
                "мост",
                "журналіст рака",
                "сустрэліся",
                "lawyers",
                "volha",
                "law*",
                "нешта OR мост",
                "мост -bravo",
                "\"lawyers\"")) {
            assertThat(found("q=" + query)).as(query).containsExactly("Alpha");
        }
        for (String query : List.of("мост -alpha", "paragraph", "нешта мост", "?!", "'", "\\", "a\\' | b", "-\"\"")) {
            assertThat(found("q=" + query)).as(query).doesNotContain("Alpha");
        }
        patch("articles", draft, "*", "{\"body\": [], \"lead\": null}").then().statusCode(200);
        assertThat(found("q=мост")).isEmpty();
        assertThat(found("q=yet&live=true")).containsExactly("Delta");
    }

    @Test
    void whatIsLiveIsFoundWithAndWithoutEdits() {
        assertThat(found("live=true")).containsExactlyInAnyOrder("Charlie", "Delta");
        assertThat(found("unpublished-changes=true")).containsExactly("Delta");
        assertThat(found("live=true&unpublished-changes=false")).containsExactly("Charlie");
        assertThat(found("live=false")).hasSize(4);
    }

    @Test
    void whatIsScheduledIsFoundThoughItWasEditedAgain() {
        assertThat(found("scheduled=true")).containsExactly("Echo");
        assertThat(found("scheduled-after=2087-01-01&scheduled-before=2089-01-01"))
                .containsExactly("Echo");
        assertThat(found("scheduled-before=2087-01-01")).isEmpty();
        assertThat(found("order=scheduled")).containsExactly("Echo");
    }

    @Test
    void aLegalWithdrawalIsFoundThoughItWasEditedAgain() {
        assertThat(found("withdrawal=legal")).containsExactly("Foxtrot");
        assertThat(found("withdrawal=withdrawn,expired")).isEmpty();
    }

    @Test
    void languageKindAndWhoSavedItNarrowTheList() {
        assertThat(found("language=be,ru")).containsExactlyInAnyOrder("Alpha", "Bravo", "Charlie", "Delta");
        assertThat(found("kind=page")).containsExactly("Alpha");
        assertThat(found("modified-by=admin-key")).hasSize(6);
        assertThat(found("modified-by=admin-key,dateline")).hasSize(6);
        editor().get(ARTICLES + "?modified-by=admin-key,nobody").then().statusCode(400);
        editor().get(ARTICLES + "?modified-by=nobody")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("modified-by"));
        assertThat(found("modified-after=2088-01-01")).isEmpty();
        assertThat(found("modified-after=2026-01-01&modified-before=2088-01-01"))
                .hasSize(6);
        assertThat(found("id=" + draft + "," + live)).containsExactlyInAnyOrder("Alpha", "Charlie");
    }

    @Test
    void ordersAreFollowedFromPageToPageAndCounted() {
        List<String> all = new ArrayList<>();
        String next = ARTICLES + "?section=" + section + "&order=headline&count=exact&limit=4";
        while (next != null) {
            JsonNode page = Newsroom.tree(editor().get(next).asString());
            assertThat(page.at("/count/value").intValue()).isEqualTo(6);
            all.addAll(page.get("items").findValuesAsText("headline"));
            next = page.path("next").textValue();
        }
        assertThat(all).containsExactly("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot");
        JsonNode scheduled =
                Newsroom.tree(editor().get(ARTICLES + "?section=" + section + "&order=scheduled&count=exact")
                        .asString());
        assertThat(scheduled.at("/count/value").intValue())
                .isEqualTo(scheduled.get("items").size());
        assertThat(found("order=created")).containsExactly("Foxtrot", "Echo", "Delta", "Charlie", "Bravo", "Alpha");
    }

    @Test
    void aTypoIsNoEmptyAnswer() {
        editor().get(ARTICLES + "?section=" + section + "x")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("section"))
                .body("errors[0].detail", containsString(section + "x"));
        editor().get(ARTICLES + "?contributor=" + section).then().statusCode(400);
        editor().get(ARTICLES + "?review=drft")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("in-review, approved, draft"));
        editor().get(ARTICLES + "?live=yes").then().statusCode(400);
        editor().get("/v1/editorial/fronts?tag=" + section)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("articles"));
    }
}
