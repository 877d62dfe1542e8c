package dev.dateline.changefeed;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A client that holds a stream open hears what changes, and misses nothing when it comes again. */
@DatelineTest
class ChangeStreamTest {

    private static final String STREAM = StreamListener.STREAM;

    private static String draft(String headline) {
        return create("articles", article("en", headline)).get("id").textValue();
    }

    @Test
    void aPublicationIsHeardAtOnceAndWhatItOutdatesIsAlreadyNew() throws IOException {
        String id = draft("Heard at once");
        try (StreamListener listener = new StreamListener("?view=card&groups=article:" + id)) {
            publish("articles", id);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> listener.heard().size() == 1);
            JsonNode change = listener.heard().get(0);
            assertThat(change.get("event").textValue()).isEqualTo("published");
            assertThat(change.at("/item/headline").textValue()).isEqualTo("Heard at once");
            assertThat(change.get("groups").toString()).isEqualTo("[\"article:" + id + "\"]");
            for (int i = 1; i <= 20; i++) {
                int count = i + 1;
                patch("articles", id, "*", json("headline", "Again " + i))
                        .then()
                        .statusCode(200);
                publish("articles", id);
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> listener.heard().size() == count);
                assertThat(get("/v1/articles/" + id).get("headline").textValue())
                        .isEqualTo("Again " + i);
            }
        }
    }

    @Test
    void whoIsDisconnectedAgainAndAgainHearsEachChangeOnce() throws IOException {
        String id = draft("Round 0");
        Random random = new Random(7);
        try (StreamListener listener = new StreamListener("?groups=article:" + id)) {
            publish("articles", id);
            for (int i = 1; i < 60; i++) {
                if (random.nextInt(4) == 0) {
                    listener.disconnect();
                }
                patch("articles", id, "*", json("headline", "Round " + i))
                        .then()
                        .statusCode(200);
                publish("articles", id);
                if (!listener.isConnected() && random.nextBoolean()) {
                    listener.connect();
                }
            }
            if (!listener.isConnected()) {
                listener.connect();
            }
            await().untilAsserted(() -> assertThat(versions(listener)).hasSize(60));
            assertThat(versions(listener)).doesNotHaveDuplicates().isSorted();
            List<Long> logged = new ArrayList<>();
            get("/v1/changes?limit=100&groups=article:" + id)
                    .get("items")
                    .forEach(change -> logged.add(change.get("version").longValue()));
            assertThat(versions(listener)).endsWith(logged.get(logged.size() - 1));
        }
    }

    private static List<Long> versions(StreamListener listener) {
        return listener.heard().stream()
                .map(change -> change.get("version").longValue())
                .toList();
    }

    @Test
    void whoLeavesTheLanguageToTheirBrowserIsLedToTheirStream() {
        reader().redirects()
                .follow(false)
                .header("Accept-Language", "be")
                .get("/v1/changes/stream?language=auto")
                .then()
                .statusCode(307)
                .header("Location", equalTo("/v1/changes/stream?language=be"));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        reader().header("Last-Event-ID", "forged")
                .get(STREAM)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"))
                .body("errors[0].header", equalTo("Last-Event-ID"));
        reader().get(STREAM + "?since=now&tag=never-was")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("tag"));
        reader().head(STREAM).then().statusCode(200).header("Content-Type", startsWith("text/event-stream"));
        reader().header("Accept", "application/json").get(STREAM).then().statusCode(406);
    }

    @Test
    void whoIsNotConcernedLearnsHowFarTheLogIsAndNeedNotHearItAgain() throws IOException {
        try (StreamListener listener = new StreamListener("?kind=site")) {
            String before = listener.last();
            listener.disconnect();
            publish("articles", draft("No site at all"));

            listener.connect();

            await().until(() -> !Objects.equals(before, listener.last()));
            assertThat(listener.heard()).isEmpty();
        }
    }
}
