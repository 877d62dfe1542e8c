package dev.dateline.webhook;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.post;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A webhook of a partner hears of what the partner may have, and of nothing else. */
@DatelineTest
class EntitledWebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    private static String id(JsonNode thing) {
        return thing.get("id").textValue();
    }

    private String published(String tags) {
        String id = id(create("articles", """
                {"language": "en", "headline": "%s", "tags": [%s], "body": [{"type": "paragraph", "html": "Text"}]}""".formatted(word, tags)));
        publish("articles", id);
        return id;
    }

    private static void remove(String article) {
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + article + "/publication?kind=legal")
                .then()
                .statusCode(200);
    }

    private static List<String> types(Receiver receiver, String target) {
        return receiver.taken(target).stream()
                .map(message -> message.type().replace("dev.dateline.", ""))
                .toList();
    }

    @Test
    void itIsToldOfWhatItMayHaveWhenThatGoesAndOfNothingElse() throws Exception {
        Newsroom.createTag("topic", word, word);
        try (Receiver receiver = new Receiver(() -> 204)) {
            JsonNode webhook = create("webhooks", """
                    {"url": "%s", "kind": "article", "view": "full", "body": "html", "entitlement": {"tags": ["%s"]}}""".formatted(receiver.url(), word));
            String hidden = published("");
            String lost = published("\"" + word + "\"");
            await().atMost(PATIENCE).until(() -> types(receiver, lost).contains("article.published"));
            patch("articles", lost, "*", "{\"tags\": []}").then().statusCode(200);
            publish("articles", lost);
            String removed = published("\"" + word + "\"");
            remove(removed);
            remove(hidden);
            withdraw("articles", lost);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(types(receiver, lost))
                            .containsExactly("article.published", "article.withdrawn"));
            await().atMost(PATIENCE).until(() -> types(receiver, removed).contains("removal"));
            assertThat(receiver.taken(lost)
                            .get(0)
                            .event()
                            .at("/data/item/body/html")
                            .textValue())
                    .isEqualTo("<p>Text</p>");
            assertThat(receiver.messages.toString()).doesNotContain(hidden);
            JsonNode removals =
                    tree(editor().get("/v1/editorial/removals").asString()).get("items");
            removals.forEach(removal -> {
                if (removal.get("target").textValue().equals(hidden)) {
                    assertThat(removal.get("receipts").toString()).doesNotContain(id(webhook));
                }
            });
            editor().delete("/v1/editorial/webhooks/" + id(webhook)).then().statusCode(204);
        }
    }

    @Test
    void itsEntitlementIsCheckedAndCanBeChanged() throws Exception {
        Newsroom.createTag("topic", word, word);
        post("webhooks", """
                {"url": "https://example.org/hook", "entitlement": {"tags": ["%s-unknown"]}}""".formatted(word))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/entitlement/tags/0"));
        try (Receiver receiver = new Receiver(() -> 204)) {
            JsonNode webhook = create("webhooks", """
                    {"url": "%s", "entitlement": {"languages": ["BE"]}}""".formatted(receiver.url()));
            assertThat(webhook.at("/entitlement/languages/0").textValue()).isEqualTo("be");
            patch("webhooks", id(webhook), "*", """
                    {"entitlement": {"tags": ["%s"], "languages": null}}""".formatted(word))
                    .then()
                    .statusCode(200)
                    .body("entitlement.tags.size()", equalTo(1))
                    .body("entitlement.languages.size()", equalTo(0));
            patch("webhooks", id(webhook), "*", "{\"entitlement\": null}")
                    .then()
                    .statusCode(200)
                    .body("entitlement", equalTo(null));
            editor().delete("/v1/editorial/webhooks/" + id(webhook)).then().statusCode(204);
        }
    }
}
