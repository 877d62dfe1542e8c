package dev.dateline.webhook;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.dateline.DatelineTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is withdrawn for a legal reason is taken back from all who may have it, and each of them says so. */
@DatelineTest
class RemovalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void deleteWebhooks() {
        made.forEach(
                id -> editor().delete("/v1/editorial/webhooks/" + id).then().statusCode(204));
    }

    private JsonNode webhook(Receiver receiver, String description, String kind) {
        JsonNode webhook = create("webhooks", """
                {"url": "%s", "description": "%s", "kind": "%s"}""".formatted(receiver.url(), description, kind));
        made.add(webhook.get("id").textValue());
        return webhook;
    }

    private static String published(String headline) {
        String id = create("articles", article("en", headline)).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private static void remove(String article) {
        editor().header("If-Match", "*")
                .urlEncodingEnabled(false)
                .delete("/v1/editorial/articles/" + article + "/publication?kind=legal&note=By%20order")
                .then()
                .statusCode(200);
    }

    private static JsonNode get(String path) {
        return tree(editor().get(path).then().statusCode(200).extract().asString());
    }

    private static JsonNode removal(String article) {
        for (JsonNode removal : get("/v1/editorial/removals").get("items")) {
            if (removal.get("target").textValue().equals(article)) {
                return removal;
            }
        }
        throw new AssertionError("no removal of " + article);
    }

    private static Optional<JsonNode> notice(Receiver receiver, String article) {
        return receiver.taken(article).stream()
                .filter(message -> message.type().equals("dev.dateline.removal"))
                .map(Receiver.Message::event)
                .findFirst();
    }

    private static JsonNode awaitNotice(Receiver receiver, String article) {
        await().atMost(PATIENCE).until(() -> notice(receiver, article).isPresent());
        return notice(receiver, article).orElseThrow();
    }

    private static Response acknowledge(JsonNode notice, String body) {
        return reader().contentType("application/json")
                .body(body)
                .post(notice.at("/data/acknowledgeAt").textValue());
    }

    @Test
    void everyWebhookIsToldWhateverItFollowsAndTheNewsroomSeesWhoHasNotAcknowledged() throws Exception {
        try (Receiver site = new Receiver(() -> 204);
                Receiver partner = new Receiver(() -> 204)) {
            JsonNode signed = webhook(site, "Our site", "article");
            webhook(partner, "Evening paper", "story-list");
            String id = published("Removed by a court");
            remove(id);
            JsonNode notice = awaitNotice(site, id);
            assertThat(notice.get("subject").textValue()).isEqualTo("article/" + id);
            assertThat(notice.at("/data/slugs/0").textValue()).startsWith("removed-by-a-court");
            assertThat(notice.at("/data/note").textValue()).isEqualTo("By order");
            assertThat(notice.toString()).doesNotContain("Removed by a court");
            Receiver.Message message = site.taken(id).stream()
                    .filter(one -> one.type().equals("dev.dateline.removal"))
                    .findFirst()
                    .orElseThrow();
            new Webhook(signed.get("secret").textValue()).verify(message.body(), message.headers());
            awaitNotice(partner, id);

            acknowledge(notice, "{\"note\": \"Gone everywhere\"}").then().statusCode(200);
            await().atMost(PATIENCE).until(() -> removal(id).at("/receipts/0").has("toldAt"));
            JsonNode removal = removal(id);
            assertThat(removal.get("outstanding").intValue()).isEqualTo(1);
            assertThat(removal.at("/receipts/0/receiver").textValue()).isEqualTo("Evening paper (localhost)");
            assertThat(removal.at("/receipts/0").has("acknowledgedAt")).isFalse();
            assertThat(removal.at("/receipts/1/note").textValue()).isEqualTo("Gone everywhere");
            assertThat(removal.at("/receipts/1").has("acknowledgedAt")).isTrue();
            assertThat(removal.toString())
                    .doesNotContain(notice.at("/data/acknowledgeAt").textValue());

            acknowledge(awaitNotice(partner, id), "").then().statusCode(200);
            String address = "/v1/editorial/removals/" + removal.get("id").textValue();
            assertThat(get(address).get("outstanding").intValue()).isZero();
            assertThat(get("/v1/editorial/removals?outstanding=true").toString())
                    .doesNotContain(id);
            post(address.replace("/v1/editorial/", "") + "/reminders", "")
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void aRemovalWaitsForNothingElseThatAReceiverHasNotTaken() throws Exception {
        AtomicInteger status = new AtomicInteger(410);
        try (Receiver receiver = new Receiver(status::get)) {
            String webhook = webhook(receiver, "Slow", "article").get("id").textValue();
            String id = published("Told before it is taken back");
            await().atMost(PATIENCE)
                    .until(
                            () -> get("/v1/editorial/webhooks/" + webhook)
                                    .path("pause")
                                    .asText(),
                            "gone"::equals);
            remove(id);
            assertThat(removal(id).get("outstanding").intValue()).isEqualTo(1);
            assertThat(removal(id).at("/receipts/0").has("toldAt")).isFalse();
            status.set(503);
            patch("webhooks", webhook, null, "{\"paused\": false}").then().statusCode(200);
            await().atMost(PATIENCE)
                    .until(() -> receiver.messages.stream()
                            .anyMatch(one -> one.type().endsWith("removal")));
            assertThat(receiver.messages.stream()
                            .filter(one -> one.status() == 503)
                            .limit(2)
                            .map(Receiver.Message::type))
                    .contains("dev.dateline.removal");
        }
    }

    @Test
    void whoHasNotAcknowledgedIsRemindedUntilTheReasonIsTakenBack() throws Exception {
        try (Receiver receiver = new Receiver(() -> 204)) {
            webhook(receiver, "Forgetful", "tag");
            String id = published("Asked for twice");
            editor().header("If-Match", "*")
                    .delete("/v1/editorial/articles/" + id + "/publication")
                    .then()
                    .statusCode(200);
            editor().header("If-Match", "*")
                    .contentType("application/json")
                    .body("{\"kind\": \"legal\", \"note\": \"It was a court after all\"}")
                    .put("/v1/editorial/articles/" + id + "/withdrawal")
                    .then()
                    .statusCode(200);
            awaitNotice(receiver, id);
            await().atMost(PATIENCE).until(() -> removal(id).at("/receipts/0").has("toldAt")); // and not being told
            String reminders = "removals/" + removal(id).get("id").textValue() + "/reminders";
            post(reminders, "").then().statusCode(200).body("outstanding", equalTo(1));
            await().atMost(PATIENCE).until(() -> receiver.taken(id).size(), equalTo(2));
            with("contributor").get("/v1/editorial/removals").then().statusCode(403);

            editor().header("If-Match", "*")
                    .contentType("application/json")
                    .body("{\"overLegalWithdrawal\": true}")
                    .put("/v1/editorial/articles/" + id + "/publication")
                    .then()
                    .statusCode(200);
            assertThat(removal(id).has("liftedAt")).isTrue();
            with("editor").post("/v1/editorial/" + reminders).then().statusCode(409);
            assertThat(get("/v1/editorial/audit?kind=removal&action=remind&target="
                                    + reminders.replaceAll(".*/(.*)/.*", "$1"))
                            .get("items"))
                    .extracting(entry -> entry.path("refusal").asText("done"))
                    .as("both are in the audit trail")
                    .containsExactly("The legal reason was taken back.", "done");
            remove(id);
            assertThat(removal(id).has("liftedAt")).isFalse();
        }
    }

    @Test
    void anAcknowledgementIsRefusedWhereItSaysTooMuchOrTheAddressIsNone() throws Exception {
        try (Receiver receiver = new Receiver(() -> 204)) {
            webhook(receiver, "Talkative", "article");
            String id = published("Acknowledged wrongly");
            remove(id);
            JsonNode notice = awaitNotice(receiver, id);
            acknowledge(notice, json("note", "x".repeat(2_001)))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/note"));
            acknowledge(notice, "{\"nope\": 1}").then().statusCode(400);
            assertThat(removal(id).get("outstanding").intValue()).isEqualTo(1);
            for (String none : List.of("no-such-receipt", "%00", "A".repeat(32))) {
                reader().urlEncodingEnabled(false)
                        .contentType("application/json")
                        .post("/v1/removal-receipts/" + none)
                        .then()
                        .statusCode(404);
            }
            reader().get(notice.at("/data/acknowledgeAt").textValue()).then().statusCode(405);
            reader().contentType("application/json")
                    .post(notice.at("/data/acknowledgeAt").textValue())
                    .then()
                    .statusCode(200);
            String first = removal(id).at("/receipts/0/acknowledgedAt").textValue();
            acknowledge(notice, "{\"note\": \"Once more\"}").then().body("acknowledgedAt", equalTo(first));
        }
    }

    @Test
    void whoSaysItByTelephoneIsNotedAndWhoCameLaterIsToldByAReminder() throws Exception {
        String id = published("Told by telephone");
        remove(id);
        try (Receiver receiver = new Receiver(() -> 503)) {
            String webhook =
                    webhook(receiver, "Came later", "article").get("id").textValue();
            String path = "removals/" + removal(id).get("id").textValue();
            post(path + "/reminders", "").then().statusCode(200).body("outstanding", equalTo(1));
            post(path + "/reminders", "").then().statusCode(200).body("receipts", hasSize(1));
            await().atMost(PATIENCE).until(() -> !receiver.messages.isEmpty());
            String receipt = "/v1/editorial/" + path + "/receipts/" + webhook;
            editor().contentType("application/json")
                    .body("{\"note\": \"They rang\"}")
                    .put(receipt)
                    .then()
                    .statusCode(200)
                    .body("outstanding", equalTo(0))
                    .body("receipts[0].acknowledgedBy.id", equalTo("admin-key"));
            await().atMost(PATIENCE)
                    .until(
                            () -> get("/v1/editorial/webhooks/" + webhook + "/deliveries")
                                    .at("/items/0/state")
                                    .textValue(),
                            "dropped"::equals);
            assertThat(receiver.messages.stream().map(Receiver.Message::type).distinct())
                    .contains("dev.dateline.removal");
            editor().contentType("application/json")
                    .put("/v1/editorial/" + path + "/receipts/" + java.util.UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void whoHadTheWebhookBeforeCannotAnswerForWhoHasItNow() throws Exception {
        try (Receiver former = new Receiver(() -> 204);
                Receiver present = new Receiver(() -> 204)) {
            String webhook = webhook(former, "Moving", "tag").get("id").textValue();
            String id = published("Moved between");
            remove(id);
            JsonNode notice = awaitNotice(former, id);
            String url = present.url().replace("localhost", "127.0.0.1");
            patch("webhooks", webhook, null, json("url", url)).then().statusCode(200);
            post("removals/" + removal(id).get("id").textValue() + "/reminders", "")
                    .then()
                    .statusCode(200);
            JsonNode other = awaitNotice(present, id);
            acknowledge(notice, "").then().statusCode(404);
            acknowledge(other, "").then().statusCode(200);
            assertThat(removal(id).at("/receipts/0/receiver").textValue()).isEqualTo("Moving (127.0.0.1)");
        }
    }

    @Test
    void whatGoesWithALivePageIsNamed() throws Exception {
        try (Receiver receiver = new Receiver(() -> 204)) {
            webhook(receiver, "Live", "tag");
            String page = create(
                            "articles", "{\"kind\": \"live\", \"language\": \"en\", \"headline\": \"Removed live\"}")
                    .get("id")
                    .textValue();
            publish("articles", page);
            String update =
                    create("live-updates", """
                    {"article": "%s", "body": [{"type": "paragraph", "html": "It happens."}]}""".formatted(page)).get("id").textValue();
            publish("live-updates", update);
            remove(page);
            JsonNode notice = awaitNotice(receiver, page);
            assertThat(notice.at("/data/updates/0").textValue()).isEqualTo(update);
            assertThat(notice.at("/data/groups").toString()).contains("\"article:" + page);
        }
    }

    @Test
    void noPreviewLinkShowsWhatWasRemoved() {
        String id = published("Seen by a link");
        String previews = "/v1/editorial/articles/" + id + "/previews";
        String link = tree(post("articles/" + id + "/previews", "{}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .get("href")
                .textValue();
        reader().get(link).then().statusCode(200);
        remove(id);
        reader().get(link).then().statusCode(404);
        editor().get(previews).then().statusCode(200).body("items", empty());
        post("articles/" + id + "/previews", "{}").then().statusCode(409);
        assertThat(removal(id).get("receipts")).isEmpty();
        editor().get(previews).then().body("items", hasSize(0));
    }
}
