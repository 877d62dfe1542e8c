package dev.dateline.alert;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaking news is told once, to those whom it is for, until it expires or is called back. */
@DatelineTest
class AlertsTest {

    private static final String LATER = "2036-03-14T12:00:00Z";

    private static String alert(String headline, String more) {
        return """
                {"headline": "%s", "expiresAt": "%s" %s}""".formatted(headline, LATER, more);
    }

    private static String written(String headline, String more) {
        return create("alerts", alert(headline, more)).get("id").textValue();
    }

    private static Response send(String id, String publication) {
        return editor().header("If-Match", "*")
                .contentType("application/json")
                .body(publication)
                .put("/v1/editorial/alerts/" + id + "/publication");
    }

    private static List<String> shown(String query) {
        return get("/v1/alerts" + query).get("items").findValuesAsText("id");
    }

    private static String now() {
        return get("/v1/changes?since=now&kind=alert").get("since").textValue();
    }

    @Test
    void anAlertIsToldWithItsContentAndCalledBack() {
        String since = now();
        String id = written(
                "The bridge is closed",
                ", \"text\": \"Until Friday.\", \"audience\": [\"minsk\"], \"language\": \"be\"");
        assertThat(shown("")).doesNotContain(id);
        publish("alerts", id);
        assertThat(shown("")).contains(id);
        JsonNode told = get(since).at("/items/0");
        assertThat(told.get("kind").textValue()).isEqualTo("alert");
        assertThat(told.get("event").textValue()).isEqualTo("published");
        assertThat(told.get("href").textValue()).isEqualTo("/v1/alerts");
        assertThat(told.at("/alert/headline").textValue()).isEqualTo("The bridge is closed");
        assertThat(told.at("/alert/audience/0").textValue()).isEqualTo("minsk");
        assertThat(told.at("/alert/expiresAt").textValue()).isEqualTo(LATER);
        withdraw("alerts", id);
        assertThat(shown("")).doesNotContain(id);
        JsonNode after = get(since).get("items");
        assertThat(after.get(after.size() - 1).get("event").textValue()).isEqualTo("withdrawn");
        assertThat(get(since).toString()).doesNotContain("The bridge");
    }

    @Test
    void whatIsAskedTwiceIsToldOnce() {
        String key = "desk:" + UUID.randomUUID();
        String id = written("Told once", ", \"externalId\": \"%s\"".formatted(key));
        post("alerts", alert("Told once", ", \"externalId\": \"%s\"".formatted(key)))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/externalId"));
        publish("alerts", id);
        String since = now();
        send(id, "{}").then().statusCode(200);
        assertThat(get(since).get("items")).isEmpty();
    }

    @Test
    void everybodyGetsWhatIsForEverybodyAndOthersWhatIsForThem() {
        String sport = written("For some", ", \"audience\": [\"sport\", \"chess\"], \"language\": \"en\"");
        String all = written("For all", "");
        publish("alerts", sport);
        publish("alerts", all);
        assertThat(shown("?audience=chess,minsk")).contains(sport, all);
        assertThat(shown("?audience=minsk")).contains(all).doesNotContain(sport);
        assertThat(shown("?language=be")).contains(all).doesNotContain(sport);
        assertThat(shown("?language=en")).contains(all, sport);
    }

    @Test
    void whoFollowsALanguageHearsItsAlertsAndThoseForEveryLanguage() {
        String since =
                get("/v1/changes?since=now&kind=alert&language=be").get("since").textValue();
        String belarusian = written("Па-беларуску", ", \"language\": \"be-tarask\"");
        String english = written("In English", ", \"language\": \"en\"");
        String all = written("SOS", "");
        publish("alerts", belarusian);
        publish("alerts", english);
        publish("alerts", all);
        assertThat(get(since).get("items").findValuesAsText("headline")).containsExactly("Па-беларуску", "SOS");
    }

    @Test
    void anAlertExpiresByItself() {
        String since = now();
        String id = create("alerts", """
                {"headline": "Soon over", "expiresAt": "%s"}""".formatted(Instant.now().plusSeconds(5)))
                .get("id")
                .textValue();
        publish("alerts", id);
        await().atMost(Duration.ofSeconds(20)).until(() -> !shown("").contains(id));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(since).get("items").findValuesAsText("reason"), List.of("expired")::equals);
        send(id, "{}").then().statusCode(409).body("errors[0].pointer", equalTo("/expiresAt"));
    }

    @Test
    void anAlertGoesWithItsArticle() {
        String article =
                create("articles", article("en", "Where it leads")).get("id").textValue();
        String id = written("Leads there", ", \"article\": \"%s\"".formatted(article));
        send(id, "{}").then().statusCode(409).body("errors[0].pointer", equalTo("/article"));
        send(id, "{\"at\": \"2035-01-01T00:00:00Z\"}").then().statusCode(409);
        publish("articles", article);
        publish("alerts", id);
        assertThat(get("/v1/alerts").toString()).contains("/v1/articles/" + article);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + article + "/publication?kind=legal")
                .then()
                .statusCode(200);
        assertThat(shown("")).doesNotContain(id);
        editor().get("/v1/editorial/alerts/" + id).then().body("withdrawal.kind", equalTo("legal"));
        assertThat(editor().get("/v1/editorial/removals").jsonPath().getList("items.target"))
                .contains(id, article);
    }

    @Test
    void anAlertCanBeScheduledBeforeItExpires() {
        String id = written("At dawn", "");
        send(id, "{\"at\": \"2037-01-01T00:00:00Z\"}").then().statusCode(400).body("errors[0].pointer", equalTo("/at"));
        Instant soon = Instant.now().plusSeconds(4);
        send(id, "{\"at\": \"%s\"}".formatted(soon)).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> shown("").contains(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"audience\": [\"Minsk!\"]}                       | 400 | /audience/0",
                "{\"audience\": \"minsk\"}                          | 400 | /audience",
                "{\"article\": \"no-such-article\"}                 | 400 | /article",
                "{\"expiresAt\": \"tomorrow\"}                      | 400 | /expiresAt",
                "{\"language\": \"белорусский\"}                    | 400 | /language"
            })
    void whatCannotBeIsRefused(String change, int status, String pointer) {
        String id = written("Refused", "");
        patch("alerts", id, "*", change).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anAlertOfAnArticleThatWasDeletedSaysSo() {
        String article = create("articles", article("en", "Deleted before its alert"))
                .get("id")
                .textValue();
        String alert = create("alerts", """
                {"headline": "Led nowhere", "article": "%s", "expiresAt": "2088-01-01T00:00:00Z"}""".formatted(article)).get("id").textValue();
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + article)
                .then()
                .statusCode(204);
        editor().header("If-Match", "*")
                .put("/v1/editorial/alerts/" + alert + "/publication")
                .then()
                .statusCode(409)
                .body("errors[0].detail", containsString("deleted"));
    }

    @Test
    void anAlertNeedsHeadlineAndEnd() {
        String id = create("alerts", "{}").get("id").textValue();
        assertThat(send(id, "{}").then().statusCode(409).extract().<List<String>>path("errors.pointer"))
                .containsExactlyInAnyOrder("/headline", "/expiresAt");
        String whole = written("Ends as it says", "");
        send(whole, "{\"until\": \"2035-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/until"));
        send(whole, "{\"until\": \"%s\"}".formatted(LATER)).then().statusCode(200);
    }
}
