package dev.dateline.webhook;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other people's servers are told what changes: signed, in order, and until they have it. */
@DatelineTest
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void deleteWebhooks() {
        made.forEach(
                id -> editor().delete("/v1/editorial/webhooks/" + id).then().statusCode(204));
    }

    private JsonNode webhook(Receiver receiver, String more) {
        JsonNode webhook = create("webhooks", """
                {"url": "%s", "kind": "article" %s}""".formatted(receiver.url(), more));
        made.add(webhook.get("id").textValue());
        return webhook;
    }

    private static JsonNode read(JsonNode webhook, String path) {
        return tree(editor().get("/v1/editorial/webhooks/" + webhook.get("id").textValue() + path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode act(JsonNode webhook, String path, String body) {
        return tree(post("webhooks/" + webhook.get("id").textValue() + path, body)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String anArticle(String headline) {
        return create("articles", article("en", headline)).get("id").textValue();
    }

    private static List<String> types(Receiver receiver, String target) {
        return receiver.taken(target).stream()
                .map(message -> message.type().replace("dev.dateline.article.", ""))
                .toList();
    }

    @Test
    void aReceiverIsToldWhatChangesInOrderAndSigned() throws Exception {
        try (Receiver receiver = new Receiver(() -> 204)) {
            JsonNode webhook = webhook(receiver, ", \"view\": \"card\"");
            String id = anArticle("Told to others");
            publish("articles", id);
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("published")::equals);
            patch("articles", id, "*", json("headline", "Told again"));
            publish("articles", id);
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("published", "updated")::equals);
            withdraw("articles", id);
            await().atMost(PATIENCE)
                    .until(() -> types(receiver, id), List.of("published", "updated", "withdrawn")::equals);
            Receiver.Message first = receiver.taken(id).get(0);
            new Webhook(webhook.get("secret").textValue()).verify(first.body(), first.headers());
            assertThat(first.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
            JsonNode event = first.event();
            assertThat(event.get("specversion").textValue()).isEqualTo("1.0");
            assertThat(event.get("id").textValue()).isEqualTo(first.header("webhook-id"));
            assertThat(event.get("subject").textValue()).isEqualTo("article/" + id);
            assertThat(event.at("/data/id").textValue()).isEqualTo(id);
            assertThat(event.get("sequence").textValue())
                    .hasSize(19)
                    .endsWith("0" + event.at("/data/version").asText());
            assertThat(receiver.taken(id).get(2).event().at("/data/item").isMissingNode())
                    .isTrue();
            assertThat(read(webhook, "").has("secret")).isFalse();
            await().atMost(PATIENCE)
                    .until(
                            () -> read(webhook, "/deliveries")
                                    .at("/items/0/state")
                                    .textValue(),
                            "delivered"::equals);
        }
    }

    @Test
    void aReceiverThatFailsNowAndThenGetsEachChangeOnceAndThoseOfAThingInOrder() throws Exception {
        AtomicInteger request = new AtomicInteger();
        try (Receiver receiver = new Receiver(() -> {
            int number = request.incrementAndGet();
            return number % 3 == 0 && number < 60 ? 503 : 200; // so that none can fail seven times, and be parked
        })) {
            webhook(receiver, "");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String id = anArticle("Told with failures");
                ids.add(id);
                publish("articles", id);
                for (int edit = 0; edit < 3; edit++) {
                    patch("articles", id, "*", json("headline", "Edit " + edit));
                    publish("articles", id);
                }
            }
            for (String id : ids) {
                await().atMost(PATIENCE)
                        .until(
                                () -> types(receiver, id),
                                List.of("published", "updated", "updated", "updated")::equals);
                assertThat(receiver.taken(id))
                        .extracting(
                                message -> message.event().at("/data/version").longValue())
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
            assertThat(receiver.messages).extracting(Receiver.Message::status).contains(503);
        }
    }

    @Test
    void whatFailsTooOftenIsParkedAndToldAgainWhenSomebodySaysSo() throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        try (Receiver receiver = new Receiver(status::get)) {
            JsonNode webhook = webhook(receiver, "");
            String id = anArticle("Parked");
            publish("articles", id);
            await().atMost(PATIENCE)
                    .until(() -> read(webhook, "/deliveries?state=parked")
                                    .get("items")
                                    .size()
                            == 1);
            JsonNode parked = read(webhook, "/deliveries?state=parked").at("/items/0");
            assertThat(parked.get("attempts")).hasSize(7);
            assertThat(parked.at("/attempts/0/status").intValue()).isEqualTo(500);
            assertThat(read(webhook, "").has("failingSince")).isTrue();
            status.set(200);
            act(webhook, "/deliveries/" + parked.get("id").textValue() + "/retry", "");
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("published")::equals);
            await().atMost(PATIENCE).until(() -> !read(webhook, "").has("failingSince"));
        }
    }

    @Test
    void whoSaysThatItIsGoneIsAskedNoMoreAndHearsLaterWhatItHasMissed() throws Exception {
        AtomicInteger status = new AtomicInteger(410);
        try (Receiver receiver = new Receiver(status::get)) {
            JsonNode webhook = webhook(receiver, "");
            String first = anArticle("The first one missed");
            publish("articles", first);
            await().atMost(PATIENCE).until(() -> read(webhook, "").path("pause").asText(), "gone"::equals);
            String second = anArticle("The second one missed");
            publish("articles", second);
            Thread.sleep(1_500);
            assertThat(receiver.messages).hasSize(1);
            status.set(200);
            patch("webhooks", webhook.get("id").textValue(), null, "{\"paused\": false}")
                    .then()
                    .statusCode(200)
                    .body("paused", equalTo(false));
            await().atMost(PATIENCE).until(() -> types(receiver, first), List.of("published")::equals);
            await().atMost(PATIENCE).until(() -> types(receiver, second), List.of("published")::equals);
        }
    }

    @Test
    void aChangedKeySignsBesideTheFormerOneAndAPublicKeyWillDo() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            JsonNode webhook = webhook(receiver, "");
            JsonNode changed = act(webhook, "/key", "");
            assertThat(act(webhook, "/test", "").get("status").intValue()).isEqualTo(200);
            Receiver.Message message = receiver.messages.get(0);
            assertThat(message.type()).isEqualTo("dev.dateline.webhook.test");
            for (JsonNode known : List.of(webhook, changed)) {
                new Webhook(known.get("secret").textValue()).verify(message.body(), message.headers());
            }
            post("webhooks/" + webhook.get("id").textValue() + "/key", "{}")
                    .then()
                    .statusCode(409);
            act(webhook, "/key", "{\"overlap\": false}");
            JsonNode asymmetric = webhook(receiver, ", \"signing\": \"ed25519\"");
            assertThat(asymmetric.has("secret")).isFalse();
            act(asymmetric, "/test", "");
            assertThat(isSigned(
                            receiver.messages.get(1),
                            asymmetric.get("publicKey").textValue()))
                    .isTrue();
        }
    }

    private static boolean isSigned(Receiver.Message message, String publicKey) throws Exception {
        byte[] key = Base64.getDecoder().decode(publicKey.replace("whpk_", ""));
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        String signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signature.verify(
                Base64.getDecoder().decode(message.header("webhook-signature").replace("v1a,", "")));
    }

    @Test
    void aReceiverIsToldAgainFromAPlaceInTheLog() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            JsonNode webhook = webhook(receiver, "");
            String id = anArticle("Told twice");
            publish("articles", id);
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("published")::equals);
            act(
                    webhook,
                    "/replay",
                    json("since", "/v1/changes?since=" + webhook.get("since").textValue() + "&kind=article"));
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("published", "published")::equals);
            post("webhooks/" + webhook.get("id").textValue() + "/replay", json("since", "AAAA"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/since"));
        }
    }

    @Test
    void onlyWhatIsAskedForIsTold() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            create("tags", """
                    {"type": "topic", "slug": "told-of", "names": {"en": "Told of"}, "announced": true}""");
            JsonNode webhook = webhook(receiver, ", \"tag\": \"told-of\", \"language\": \"en\"");
            assertThat(webhook.get("tag").textValue()).isNotEqualTo("told-of").hasSize(36);
            String other = anArticle("Without the tag");
            String tagged = create("articles", """
                    {"language": "en", "headline": "With it", "tags": ["told-of"],
                     "body": [{"type": "paragraph", "html": "Text"}]}""").get("id").textValue();
            publish("articles", other);
            publish("articles", tagged);
            await().atMost(PATIENCE).until(() -> types(receiver, tagged), List.of("published")::equals);
            assertThat(read(webhook, "/deliveries").get("items")).hasSize(1);
        }
    }

    @Test
    void whatHasGoneBeforeItIsToldWasWithdrawnByTypeAndByEvent() throws Exception {
        try (Receiver receiver = new Receiver(() -> 204)) {
            JsonNode webhook = webhook(receiver, ", \"view\": \"card\", \"paused\": true");
            String id = anArticle("Gone before it was told");
            publish("articles", id);
            withdraw("articles", id);
            patch("webhooks", webhook.get("id").textValue(), "*", "{\"paused\": false}")
                    .then()
                    .statusCode(200);
            await().atMost(PATIENCE).until(() -> types(receiver, id), List.of("withdrawn", "withdrawn")::equals);
            assertThat(receiver.taken(id))
                    .extracting(message -> message.event().at("/data/event").textValue())
                    .containsOnly("withdrawn");
        }
    }

    @Test
    void whoWasPausedForLongerThanTheLogIsKeptIsNotToldHalfOfIt() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            JsonNode webhook = webhook(receiver, "");
            String id = webhook.get("id").textValue();
            patch("webhooks", id, null, "{\"paused\": true}").then().statusCode(200);
            publish("articles", anArticle("Missed for good"));
            theLogForgets();
            patch("webhooks", id, null, "{\"paused\": false}").then().statusCode(200);
            await().atMost(PATIENCE).until(() -> read(webhook, "").path("pause").asText(), "behind"::equals);
            patch("webhooks", id, null, "{\"paused\": false}").then().statusCode(200);
            String later = anArticle("After a new start");
            publish("articles", later);
            await().atMost(PATIENCE).until(() -> types(receiver, later), List.of("published")::equals);
            assertThat(receiver.messages).hasSize(1);
        }
    }

    private static void theLogForgets() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute("update change_compaction set number = (select max(number) from change)");
        }
    }

    @Test
    void aMessageThatWasTakenIsNotSentAgain() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            JsonNode webhook = webhook(receiver, "");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ids.add(anArticle("Taken once"));
            }
            ids.forEach(id -> publish("articles", id));
            await().atMost(PATIENCE)
                    .until(() -> read(webhook, "/deliveries?state=delivered&limit=100")
                                    .get("items")
                                    .size()
                            == 40);
            assertThat(receiver.messages).hasSize(40);
        }
    }

    @Test
    void ofTwoWhoPatchItAtOnceNeitherUndoesTheOther() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            String id = webhook(receiver, "").get("id").textValue();
            for (int round = 0; round < 15; round++) {
                String description = json("description", "Round " + round);
                String language = json("language", round % 2 == 0 ? "be" : "uk");
                CompletableFuture<Integer> other = CompletableFuture.supplyAsync(
                        () -> patch("webhooks", id, null, language).statusCode());
                assertThat(patch("webhooks", id, null, description).statusCode())
                        .isEqualTo(200);
                assertThat(other.get()).isEqualTo(200);
                JsonNode now = tree(editor().get("/v1/editorial/webhooks/" + id).asString());
                assertThat(now.get("description").textValue()).isEqualTo("Round " + round);
                assertThat(now.get("language").textValue()).isEqualTo(round % 2 == 0 ? "be" : "uk");
            }
        }
    }

    @Test
    void whatItNamedMayGoAndItIsStillPausedAndMoved() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            String tag = Newsroom.createTag("topic", "gone-soon", "Gone soon")
                    .get("id")
                    .textValue();
            String article = create("articles", """
                    {"language": "en", "headline": "Only one", "tags": ["gone-soon"],
                     "body": [{"type": "paragraph", "html": "Text"}]}""").get("id").textValue();
            publish("articles", article);
            JsonNode webhook = webhook(receiver, ", \"tag\": \"gone-soon\"");
            withdraw("articles", article);
            String id = webhook.get("id").textValue();
            patch("webhooks", id, null, "{\"paused\": true}")
                    .then()
                    .statusCode(200)
                    .body("tag", equalTo(tag));
            patch("webhooks", id, null, json("url", receiver.url() + "/2"))
                    .then()
                    .statusCode(200);
            patch("webhooks", id, null, "{\"tag\": \"never-was\"}")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/tag"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/url         | {\"url\": \"ftp://example.org\"}",
                "/url         | {\"url\": \"https://user:word@example.org\"}",
                "/url         | {\"url\": \"not an address\"}",
                "/url         | {\"url\": \"https://example.org:99999\"}",
                "/url         | {}",
                "/kind        | {\"url\": \"https://example.org\", \"kind\": \"none\"}",
                "/tag         | {\"url\": \"https://example.org\", \"tag\": \"never-was\"}",
                "/body        | {\"url\": \"https://example.org\", \"body\": \"html\"}",
                "/signing     | {\"url\": \"https://example.org\", \"signing\": \"none\"}",
                "/unknown     | {\"url\": \"https://example.org\", \"unknown\": 1}"
            })
    void whatIsWrongWithAWebhookIsNamed(String pointer, String body) {
        post("webhooks", body).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void onlyAdministratorsKeepWebhooks() {
        Newsroom.with("editor").get("/v1/editorial/webhooks").then().statusCode(403);
        editor().get("/v1/editorial/webhooks/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void whoStartedAnewBeforeItWasUnpausedIsToldFromThere() throws Exception {
        try (Receiver receiver = new Receiver(() -> 200)) {
            JsonNode webhook = webhook(receiver, "");
            String id = webhook.get("id").textValue();
            patch("webhooks", id, null, "{\"paused\": true}").then().statusCode(200);
            publish("articles", anArticle("Missed, but read again"));
            theLogForgets();
            patch("webhooks", id, null, "{\"paused\": false}").then().statusCode(200);
            await().atMost(PATIENCE).until(() -> read(webhook, "").path("pause").asText(), "behind"::equals);
            String since = get("/v1/changes?since=now").get("since").textValue();
            String later = anArticle("Since the new start");
            publish("articles", later);

            act(webhook, "/replay", json("since", since));
            patch("webhooks", id, null, "{\"paused\": false}").then().statusCode(200);

            await().atMost(PATIENCE).until(() -> types(receiver, later), List.of("published")::equals);
        }
    }
}
