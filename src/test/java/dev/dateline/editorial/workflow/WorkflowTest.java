package dev.dateline.editorial.workflow;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createKey;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.etag;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Waiting;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From draft to public and back: who may do what, when, and what is written down of it. */
@DatelineTest
class WorkflowTest {

    @Inject
    DataSource database;

    private static final String ARTICLES = "/v1/editorial/articles/";

    private static String draft(String headline) {
        return create("articles", article("en", headline)).get("id").textValue();
    }

    private static Response put(RequestSpecification somebody, String id, String what, String body) {
        return somebody.header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(ARTICLES + id + "/" + what);
    }

    private static JsonNode status(String id) {
        return tree(editor().get(ARTICLES + id).asString());
    }

    @Test
    void aRevisionGoesFromDraftThroughReviewToApprovalAndAnEditStartsAgain() {
        String id = draft("Through review");
        put(editor(), id, "review", json("state", "approved")).then().statusCode(409);
        put(editor(), id, "review", json("state", "draft")).then().statusCode(409);
        put(with("contributor"), id, "review", json("state", "in-review"))
                .then()
                .statusCode(200)
                .body("review.state", equalTo("in-review"));
        put(with("contributor"), id, "review", json("state", "approved")).then().statusCode(403);
        put(with("editor"), id, "review", """
                        {"state": "approved", "note": "Well done"}""")
                .then()
                .statusCode(200)
                .body("review.state", equalTo("approved"))
                .body("review.lastStep.to", equalTo("approved"))
                .body("review.lastStep.by.name", equalTo("test"))
                .body("review.lastStep.at", notNullValue())
                .body("review.lastStep.note", equalTo("Well done"))
                .body("review.approvedRevision", equalTo(1));
        put(with("contributor"), id, "review", json("state", "draft")).then().statusCode(403);
        patch("articles", id, "*", json("kicker", "Late"))
                .then()
                .statusCode(200)
                .body("review.state", equalTo("draft"))
                .body("review.revision", equalTo(2))
                .body("review.lastStep.revision", equalTo(1))
                .body("review.approvedRevision", equalTo(1));
        put(editor(), id, "review", json("state", "finished"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/state"));
    }

    @Test
    void whatAnEditorAsksForWhenTheySendBackStaysWhileItIsDone() {
        String id = draft("Sent back with a wish");
        put(with("contributor"), id, "review", json("state", "in-review"))
                .then()
                .statusCode(200)
                .body("review.lastStep.note", nullValue());
        put(with("editor"), id, "review", """
                        {"state": "draft", "note": "Ask the ministry too."}""").then().statusCode(200);
        patch("articles", id, "*", json("kicker", "Asked"))
                .then()
                .statusCode(200)
                .body("review.state", equalTo("draft"))
                .body("review.lastStep.to", equalTo("draft"))
                .body("review.lastStep.revision", equalTo(1))
                .body("review.lastStep.note", equalTo("Ask the ministry too."));
        put(with("contributor"), id, "review", json("state", "in-review"))
                .then()
                .statusCode(200)
                .body("review.lastStep.note", nullValue());
        put(with("editor"), id, "review", """
                        {"state": "draft", "note": "%s"}""".formatted("x".repeat(1001)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/note"));
    }

    @Test
    void aContributorPublishesNothingAndRefusedAttemptsAreNoted() {
        String id = create("articles", json("language", "en")).get("id").textValue();
        put(with("contributor"), id, "publication", "{}").then().statusCode(403);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> editor().get("/v1/editorial/audit?refused=true&target=" + id)
                                .<List<?>>path("items")
                                .size()
                        == 1);
        put(with("editor"), id, "publication", "{}").then().statusCode(409);
        editor().get("/v1/editorial/audit?refused=true&target=" + id)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("publish"))
                .body("items[0].refusal", startsWith("It cannot be published yet. /"));
    }

    @Test
    void onlyAnAdminLiftsAnEmbargoThatRuns() {
        String id = draft("Under embargo");
        patch("articles", id, "*", json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        for (String earlier : Arrays.asList(null, "2087-01-01T00:00:00Z")) {
            with("editor")
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(json("embargoedUntil", earlier))
                    .patch(ARTICLES + id)
                    .then()
                    .statusCode(403)
                    .body("errors[0].pointer", equalTo("/embargoedUntil"));
        }
        put(with("editor"), id, "publication", json("revision", 1)).then().statusCode(409);
        patch("articles", id, "*", json("embargoedUntil", null)).then().statusCode(200);
        editor().get("/v1/editorial/audit?target=" + id)
                .then()
                .body("items.findAll { it.action == 'lift-embargo' }.revision", equalTo(List.of(3)));
        put(with("editor"), id, "publication", "{}").then().statusCode(200);
    }

    @Test
    void aContributorCannotStopEditorsByAnEmbargoOnWhatIsPublic() {
        String id = draft("Public");
        publish("articles", id);
        with("contributor")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .patch(ARTICLES + id)
                .then()
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/embargoedUntil"));
        publish("articles", id);
    }

    @Test
    void aContributorCannotStopWhatAnEditorHasScheduled() {
        String id = draft("Scheduled and not to be stopped");
        put(with("editor"), id, "publication", json("at", "2087-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        with("contributor")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .patch(ARTICLES + id)
                .then()
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/embargoedUntil"));
        with("editor")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .patch(ARTICLES + id)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasWithdrawnCanBeReviewedAgainAndADraftOfItStaysADraft() {
        String id = draft("Back again");
        publish("articles", id);
        Newsroom.withdraw("articles", id);
        put(editor(), id, "review", json("state", "in-review"))
                .then()
                .statusCode(200)
                .body("review.state", equalTo("in-review"));
        publish("articles", id);
        patch("articles", id, "*", json("kicker", "Edited")).then().statusCode(200);
        assertThat(Newsroom.withdraw("articles", id).at("/review/state").textValue())
                .isEqualTo("draft");
    }

    @Test
    void anOldRevisionDoesNotTakeTheTranslationsOfTheDraft() {
        String other = draft("Other language");
        publish("articles", other);
        String id = draft("Alone");
        patch("articles", id, "*", json("translationOf", other)).then().statusCode(200);
        put(editor(), id, "publication", json("revision", 1)).then().statusCode(200);
        reader().get("/v1/articles/" + other).then().body("translations.size()", equalTo(0));
        publish("articles", id);
        reader().get("/v1/articles/" + other).then().body("translations.size()", equalTo(1));
    }

    @Test
    void whatIsScheduledForLaterOutlivesAnExpiry() {
        String id = draft("Twice");
        put(editor(), id, "publication", json("until", Instant.now().plusMillis(1200)))
                .then()
                .statusCode(200);
        put(editor(), id, "publication", json("at", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(4))
                .until(() -> reader().get("/v1/articles/" + id).statusCode() == 410);
        assertThat(status(id).at("/schedule/at").textValue()).isEqualTo("2088-01-01T00:00:00Z");
    }

    @Test
    void anOldRevisionCanBePublishedByItsNumber() {
        String id = draft("First wording");
        patch("articles", id, "*", json("headline", "Second wording")).then().statusCode(200);
        put(editor(), id, "publication", json("revision", 1))
                .then()
                .statusCode(200)
                .body("live.revision", equalTo(1))
                .body("unpublishedChanges", equalTo(true));
        reader().get("/v1/articles/" + id).then().body("headline", equalTo("First wording"));
        put(editor(), id, "publication", json("revision", 3))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void aScheduledRevisionGoesOutAtItsTimeAndIsWithdrawnWhenItsTimeIsOver() {
        String id = draft("At its time");
        Instant at = Instant.now().plusSeconds(2);
        put(editor(), id, "publication", """
                        {"at": "%s", "until": "%s"}""".formatted(at, at.plusSeconds(2)))
                .then()
                .statusCode(200)
                .body("review.state", equalTo("draft"))
                .body("schedule.revision", equalTo(1))
                .body("schedule.behind", equalTo(false));
        patch("articles", id, "*", json("headline", "Not this"))
                .then()
                .statusCode(200)
                .body("schedule.behind", equalTo(true));
        reader().get("/v1/articles/" + id).then().statusCode(404);

        await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reader().get("/v1/articles/" + id).statusCode() == 200);
        assertThat(Instant.now()).isBetween(at, at.plusSeconds(1));
        reader().get("/v1/articles/" + id).then().body("headline", equalTo("At its time"));

        await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reader().get("/v1/articles/" + id).statusCode() == 410);
        assertThat(Instant.now()).isBetween(at.plusSeconds(2), at.plusSeconds(3));
        reader().get("/v1/articles/" + id).then().body("withdrawal.kind", equalTo("expired"));
    }

    @Test
    void aScheduleCanBeMovedAndCancelledButNotIntoThePast() {
        String id = draft("Moved");
        put(editor(), id, "publication", json("at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
        put(editor(), id, "publication", json("at", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        put(editor(), id, "publication", json("at", "2089-01-01T00:00:00Z"))
                .then()
                .statusCode(200)
                .body("schedule.at", equalTo("2089-01-01T00:00:00Z"));
        editor().header("If-Match", "*")
                .delete(ARTICLES + id + "/schedule")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("schedule")));
        editor().header("If-Match", "*")
                .delete(ARTICLES + id + "/schedule")
                .then()
                .statusCode(409);
    }

    @Test
    void whatCannotBePublishedWhenItsTimeComesSaysWhy() {
        String id = draft("Embargoed meanwhile");
        put(with("editor"), id, "publication", json("at", Instant.now().plusMillis(1500)))
                .then()
                .statusCode(200);
        patch("articles", id, "*", json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> status(id).has("scheduleFailure"));
        assertThat(status(id).get("scheduleFailure").textValue()).contains("embargo");
        assertThat(status(id).has("schedule")).isFalse();
        reader().get("/v1/articles/" + id).then().statusCode(404);
    }

    private static String scheduledOverItsEmbargo(String headline) {
        String id = draft(headline);
        patch("articles", id, "*", json("embargoedUntil", "2087-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        put(editor(), id, "publication", """
                {"at": "%s", "overEmbargo": true}""".formatted(Instant.now().plusSeconds(3)))
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    void aScheduleOverAnEmbargoDoesNotBreakALongerOneThatIsSetLater() {
        String id = scheduledOverItsEmbargo("Embargoed for longer");

        with("editor")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("embargoedUntil", "2088-01-01T00:00:00Z"))
                .patch(ARTICLES + id)
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(10)).until(() -> status(id).has("scheduleFailure"));
        assertThat(status(id).get("scheduleFailure").textValue()).contains("embargo");
        reader().get("/v1/articles/" + id).then().statusCode(404);
        editor().get("/v1/editorial/articles?schedule-failed=true&id=" + id)
                .then()
                .body("items.id", equalTo(List.of(id)));
        editor().get("/v1/editorial/articles?schedule-failed=false&id=" + id)
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void aScheduleOverAnEmbargoBreaksTheOneThatItsAdminSaw() {
        String id = scheduledOverItsEmbargo("Embargo broken");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> reader().get("/v1/articles/" + id).statusCode() == 200);
    }

    @Test
    void whatIsWithdrawnSaysWhyUntilItComesBack() {
        String id = draft("Taken down");
        publish("articles", id);
        withdraw(id, "expired", "").then().statusCode(400).body("errors[0].parameter", equalTo("kind"));
        withdraw(id, "withdrawn", "Апублікавана памылкова.")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("live")))
                .body("withdrawal.kind", equalTo("withdrawn"))
                .body("withdrawal.note", equalTo("Апублікавана памылкова."))
                .body("withdrawal.by.id", equalTo("admin-key"));
        for (int i = 0; i < 2; i++) {
            reader().get("/v1/articles/" + id)
                    .then()
                    .statusCode(410)
                    .body("withdrawal.kind", equalTo("withdrawn"))
                    .body("withdrawal.note", equalTo("Апублікавана памылкова."));
        }
        put(editor(), id, "publication", "{}").then().statusCode(200).body("$", not(hasKey("withdrawal")));
        reader().get("/v1/articles/" + id).then().statusCode(200);
    }

    @Test
    void aLegalWithdrawalSurvivesEditsAndIsLiftedOnlyByAnAdminWhoSaysSo() {
        String id = draft("Before the court");
        publish("articles", id);
        withdraw(id, "legal", "Паводле рашэння суда.").then().statusCode(200);
        patch("articles", id, "*", json("kicker", "Edited")).then().body("withdrawal.kind", equalTo("legal"));
        editor().header("If-Match", "*")
                .post(ARTICLES + id + "/revisions/1/restoration")
                .then()
                .statusCode(200)
                .body("withdrawal.note", equalTo("Паводле рашэння суда."));

        put(with("editor"), id, "publication", "{}").then().statusCode(403);
        put(with("editor"), id, "publication", json("overLegalWithdrawal", true))
                .then()
                .statusCode(403)
                .body("detail", containsString("Only an admin"));
        put(editor(), id, "publication", "{}")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/overLegalWithdrawal"));
        put(editor(), id, "publication", json("at", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(409);
        reader().get("/v1/articles/" + id).then().statusCode(410);
        with("editor").header("If-Match", "*").delete(ARTICLES + id).then().statusCode(403);

        put(editor(), id, "publication", json("overLegalWithdrawal", true))
                .then()
                .statusCode(200)
                .body("live.revision", equalTo(3));
        reader().get("/v1/articles/" + id).then().statusCode(200);
        assertThat(tree(editor().get("/v1/editorial/audit?refused=false&target=" + id)
                                .asString())
                        .get("items")
                        .findValuesAsText("action"))
                .startsWith("publish", "lift-legal-withdrawal");
    }

    @Test
    void theReasonOfAWithdrawalCanBeChangedAndReadersAreToldAtOnce() {
        String id = draft("Explained");
        put(editor(), id, "withdrawal", json("kind", "legal")).then().statusCode(409);
        publish("articles", id);
        withdraw(id, "withdrawn", "Soon more.").then().statusCode(200);
        put(with("editor"), id, "withdrawal", """
                        {"kind": "legal", "note": "After a court order."}""").then().statusCode(200).body("withdrawal.kind", equalTo("legal"));
        reader().get("/v1/articles/" + id)
                .then()
                .statusCode(410)
                .body("withdrawal.kind", equalTo("legal"))
                .body("withdrawal.note", equalTo("After a court order."));
        put(with("editor"), id, "withdrawal", json("kind", "withdrawn")).then().statusCode(403);
        put(with("editor"), id, "withdrawal", json("kind", "expired"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        put(editor(), id, "withdrawal", json("kind", "withdrawn")).then().statusCode(200);
    }

    private static Response withdraw(String id, String kind, String note) {
        return editor().header("If-Match", "*")
                .queryParam("kind", kind)
                .queryParam("note", note.isEmpty() ? "x" : note)
                .delete(ARTICLES + id + "/publication");
    }

    @Test
    void whoComesTooLateIsToldWhoWasFasterAndWhereToRead() {
        String id = draft("Two editors");
        patch("articles", id, etag(1), json("kicker", "First")).then().statusCode(200);
        patch("articles", id, etag(1), json("kicker", "Second"))
                .then()
                .statusCode(412)
                .body(
                        "detail",
                        containsString("Revision 2 was saved by Admin key of the configuration (admin-key) at 20"))
                .body("detail", containsString(ARTICLES + id + "/revisions/2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = ''", "delete from audit_entry", "truncate audit_entry"})
    void theAuditTrailIsNotChangedInTheDatabaseEither(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).hasMessageContaining("an audit trail is not changed");
        }
    }

    @Test
    void theAuditTrailTellsOfKeysAndWebhooks() {
        String key = createKey("Watched key", "reader").get("id").textValue();
        editor().delete("/v1/editorial/keys/" + key).then().statusCode(204);
        editor().delete("/v1/editorial/keys/" + key).then().statusCode(204);
        String webhook = create("webhooks", "{\"url\": \"https://example.org/hook\"}")
                .get("id")
                .textValue();
        patch("webhooks", webhook, "*", json("description", "Ours")).then().statusCode(200);
        editor().delete("/v1/editorial/webhooks/" + webhook).then().statusCode(204);
        assertThat(actions("kind=key&target=" + key)).containsExactly("delete", "create");
        assertThat(actions("kind=webhook&target=" + webhook)).containsExactly("delete", "edit", "create");
    }

    private static List<String> actions(String query) {
        return tree(editor().get("/v1/editorial/audit?" + query).asString())
                .get("items")
                .findValuesAsText("action");
    }

    @Test
    void theAuditTrailSaysWhoDidWhatAndCannotBeChanged() {
        String id = draft("Watched");
        put(editor(), id, "review", json("state", "in-review"));
        publish("articles", id);
        JsonNode trail = tree(editor().get("/v1/editorial/audit?target=" + id).asString());
        assertThat(trail.get("items").findValuesAsText("action")).containsExactly("publish", "submit", "create");
        assertThat(trail.get("items").findValuesAsText("id")).contains("admin-key");
        editor().get("/v1/editorial/audit?action=publish&kind=article&actor=admin-key&from=2026-01-01&limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        editor().get("/v1/editorial/audit?action=sing").then().statusCode(400);
        with("contributor").get("/v1/editorial/audit").then().statusCode(403);
    }

    @Test
    void aPreviewShowsOneRevisionInTheDeliveryShapeUntilItIsRevoked() {
        String id = draft("Seen before");
        JsonNode preview = tree(editor().contentType(ContentType.JSON)
                .body(json("revision", 1))
                .post(ARTICLES + id + "/previews")
                .then()
                .statusCode(201)
                .extract()
                .asString());
        String href = preview.get("href").textValue();
        patch("articles", id, "*", json("headline", "Changed since")).then().statusCode(200);
        reader().get(href)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("headline", equalTo("Seen before"));
        JsonNode previewed = tree(reader().get(href + "?body=html").asString());
        put(editor(), id, "publication", json("revision", 1));
        JsonNode published =
                tree(reader().get("/v1/articles/" + id + "?body=html").asString());
        assertThat(previewed.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyElementsOf(published.properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList());
        assertThat(previewed.get("body")).isEqualTo(published.get("body"));

        String altered = href.substring(0, href.length() - 2) + (href.endsWith("A") ? "BB" : "AA");
        reader().get(altered).then().statusCode(404);
        editor().delete(ARTICLES + id + "/previews/" + preview.get("id").textValue())
                .then()
                .statusCode(204);
        reader().get(href).then().statusCode(404);
        editor().contentType(ContentType.JSON)
                .body(json("expiresAt", "2099-01-01T00:00:00Z"))
                .post(ARTICLES + id + "/previews")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/expiresAt"));
    }

    @Test
    void aPreviewThatABrowserOpensIsAPlainPageThatAsksNobodyForAnything() {
        String id = editor().contentType(ContentType.JSON)
                .body("""
                        {"language": "be", "headline": "Мост & трамваі <адкрыты>", "lead": "Пасля года.", "image": {"url": "https://img.example/a.jpg", "alt": "Трамвай"},
                         "byline": [{"name": "Алена"}], "body": [{"type": "paragraph", "html": "Першы <em>радок</em>."}]}
                        """)
                .post("/v1/editorial/articles")
                .path("id");
        String href = editor().contentType(ContentType.JSON)
                .body("{}")
                .post(ARTICLES + id + "/previews")
                .path("href");
        String page = reader().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(href)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Robots-Tag", equalTo("noindex"))
                .header("Content-Security-Policy", org.hamcrest.Matchers.startsWith("default-src 'none'"))
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "<html lang=\"be\">",
                        "<h1>Мост &amp; трамваі &lt;адкрыты&gt;</h1>",
                        "<strong>Пасля года.</strong>",
                        "Алена",
                        "alt=\"Трамвай\"",
                        "Першы <em>радок</em>.");
        reader().get(href).then().contentType("application/json");
        reader().accept("text/html").get(href + "?body=html").then().statusCode(200);
        reader().accept("text/html").get(href + "x").then().statusCode(404);
    }

    @Test
    void aPreviewIsOverWhenItsTimeIs() {
        String id = draft("Short");
        Instant expiry = Instant.now().plusMillis(600);
        String href = editor().contentType(ContentType.JSON)
                .body(json("expiresAt", expiry))
                .post(ARTICLES + id + "/previews")
                .then()
                .statusCode(201)
                .extract()
                .path("href");
        reader().get(href).then().statusCode(200);
        Waiting.untilAfter(expiry.plusMillis(100));
        reader().get(href).then().statusCode(404);
    }

    @Test
    void correctionsStandOnTheArticleAndInAListOfTheirOwn() {
        String id = draft("Corrected");
        publish("articles", id);
        Response answer = patch("articles", id, "*", """
                {"corrections": [{"type": "correction", "text": "It was Tuesday."}]}""");
        JsonNode edited = tree(answer.asString());
        assertThat(edited.at("/corrections/0/revision").longValue()).isEqualTo(2);
        String correction = edited.at("/corrections/0/id").textValue();
        reader().get("/v1/articles/" + id).then().body("corrections.size()", equalTo(0));
        publish("articles", id);
        reader().get("/v1/articles/" + id).then().body("corrections[0].text", equalTo("It was Tuesday."));
        reader().get("/v1/corrections?language=en&limit=1")
                .then()
                .body("items[0].id", equalTo(correction))
                .body("items[0].article.headline", equalTo("Corrected"));

        patch("articles", id, "*", json("kicker", "Later"))
                .then()
                .body("corrections[0].id", equalTo(correction))
                .body("corrections[0].revision", equalTo(2));
        patch("articles", id, "*", """
                        {"corrections": [{"type": "apology", "text": "x"}]}""")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/corrections/0/type"));
        Newsroom.withdraw("articles", id);
        assertThat(reader().get("/v1/corrections").asString()).doesNotContain(correction);
    }

    @Test
    void aBulkIsAllOrNothingOrEachOnItsOwn() {
        String first = draft("Bulk one");
        String second = create("articles", json("language", "en")).get("id").textValue();
        String operations = """
                [{"method": "PUT", "path": "%1$s%2$s/publication", "ifMatch": "*"},
                 {"method": "PUT", "path": "%1$s%3$s/publication", "ifMatch": "*"}]
                """.formatted(ARTICLES, first, second);
        editor().contentType(ContentType.JSON)
                .body("""
                        {"atomic": true, "operations": %s}""".formatted(operations))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/operations/1/body/headline"));
        reader().get("/v1/articles/" + first).then().statusCode(404);

        String eachOnItsOwn = """
                {"operations": %s}""".formatted(operations);
        editor().contentType(ContentType.JSON)
                .body(eachOnItsOwn)
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(List.of(200, 409)));
        reader().get("/v1/articles/" + first).then().statusCode(200);

        with("contributor")
                .contentType(ContentType.JSON)
                .body(eachOnItsOwn)
                .post("/v1/editorial/bulk")
                .then()
                .body("results.status", equalTo(List.of(403, 403)));
        editor().contentType(ContentType.JSON)
                .body(json("operations", List.of()))
                .post("/v1/editorial/bulk")
                .then()
                .statusCode(400);
    }

    @Test
    void theAddressOfWhatIsScheduledStaysItsOwn() {
        String id = create("articles", Newsroom.article("en", "Scheduled address"))
                .get("id")
                .textValue();
        put(editor(), id, "publication", json("at", "2088-01-01T00:00:00Z"))
                .then()
                .statusCode(200);

        patch("articles", id, "*", json("headline", "Another headline"))
                .then()
                .statusCode(200)
                .body("slug", equalTo("scheduled-address"));
        assertThat(create("articles", Newsroom.article("en", "Scheduled address"))
                        .get("slug")
                        .textValue())
                .isEqualTo("scheduled-address-2");
    }
}
