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
import dev.dateline.json.Json;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client that holds a stream open hears what changes, and misses nothing when it comes again. */
@DatelineTest
class ChangeStreamTest {

    private static final String STREAM = "/v1/changes/stream";

    /** A client as {@code EventSource} is one, on a connection that a test can break. */
    private static final class Listener implements AutoCloseable {

        private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final String query;
        private volatile @Nullable String last;
        private volatile @Nullable Socket socket;

        Listener(String query) throws IOException {
            this.query = query;
            connect();
        }

        void connect() throws IOException {
            Socket connection = new Socket("localhost", RestAssured.port);
            socket = connection;
            String resume = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
            connection
                    .getOutputStream()
                    .write(("GET " + STREAM + query + " HTTP/1.1\r\nHost: localhost\r\n" + resume + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String before = last;
            Thread reading = new Thread(() -> read(connection));
            reading.setDaemon(true);
            reading.start();
            if (before == null) {
                await().until(() -> last != null);
            }
        }

        private void read(Socket connection) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                String id = null;
                String data = null;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("data: ")) {
                        data = line.substring(6);
                    } else if (line.isEmpty() && id != null) {
                        dispatch(connection, id, data);
                        data = null;
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // the test has broken it
            }
        }

        /** An event is heard when it has come to its end, and its id is kept with it. */
        private synchronized void dispatch(Socket connection, String id, @Nullable String data) {
            if (connection == socket) {
                last = id;
                if (data != null) {
                    heard.add(Json.read(data, JsonNode.class));
                }
            }
        }

        synchronized void disconnect() throws IOException {
            Socket connection = socket;
            socket = null;
            if (connection != null) {
                connection.close();
            }
        }

        @Override
        public void close() throws IOException {
            disconnect();
        }
    }

    private static String draft(String headline) {
        return create("articles", article("en", headline)).get("id").textValue();
    }

    @Test
    void aPublicationIsHeardAtOnceAndWhatItOutdatesIsAlreadyNew() throws IOException {
        String id = draft("Heard at once");
        try (Listener listener = new Listener("?view=card&groups=article:" + id)) {
            publish("articles", id);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> listener.heard.size() == 1);
            JsonNode change = listener.heard.get(0);
            assertThat(change.get("event").textValue()).isEqualTo("published");
            assertThat(change.at("/item/headline").textValue()).isEqualTo("Heard at once");
            assertThat(change.get("groups").toString()).isEqualTo("[\"article:" + id + "\"]");
            for (int i = 1; i <= 20; i++) {
                int count = i + 1;
                patch("articles", id, "*", json("headline", "Again " + i))
                        .then()
                        .statusCode(200);
                publish("articles", id);
                await().pollInterval(Duration.ofMillis(1)).until(() -> listener.heard.size() == count);
                assertThat(get("/v1/articles/" + id).get("headline").textValue())
                        .isEqualTo("Again " + i);
            }
        }
    }

    @Test
    void whoIsDisconnectedAgainAndAgainHearsEachChangeOnce() throws IOException {
        String id = draft("Round 0");
        Random random = new Random(7);
        try (Listener listener = new Listener("?groups=article:" + id)) {
            publish("articles", id);
            for (int i = 1; i < 60; i++) {
                if (random.nextInt(4) == 0) {
                    listener.disconnect();
                }
                patch("articles", id, "*", json("headline", "Round " + i))
                        .then()
                        .statusCode(200);
                publish("articles", id);
                if (listener.socket == null && random.nextBoolean()) {
                    listener.connect();
                }
            }
            if (listener.socket == null) {
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

    private static List<Long> versions(Listener listener) {
        return listener.heard.stream()
                .map(change -> change.get("version").longValue())
                .toList();
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
}
