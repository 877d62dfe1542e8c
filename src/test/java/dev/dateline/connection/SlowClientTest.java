package dev.dateline.connection;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Waiting.pause;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.delivery.GuardTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Clients that would hold a connection for hours, where the patience is a second and the rate 200 kilobytes a second. */
@DatelineTest
@TestProfile(GuardTest.Guarded.class)
class SlowClientTest {

    private static final Duration SOON = Duration.ofSeconds(4);
    private static final int ANSWERS = 30;

    @Test
    void aHeadThatDoesNotEndIsNotWaitedFor() throws Exception {
        try (Socket client = connected()) {
            send(client, "GET /v1 HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(closedWhileDripping(client)).isLessThan(SOON);
        }
    }

    @Test
    void aHeadAfterAnAnswerIsNotWaitedForEitherAndItsClientIsTold() throws Exception {
        try (Socket client = connected()) {
            send(client, "HEAD /v1 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(line(client)).contains(" 200 ");
            while (!line(client).isEmpty()) {}
            send(client, "GET /v1 HTTP/1.1\r\n");
            assertThat(line(client)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() throws Exception {
        try (Socket client = connected()) {
            send(
                    client,
                    "POST /v1/editorial/articles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Newsroom.ADMIN
                            + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
            assertThat(closedWhileDripping(client)).isLessThan(SOON);
        }
    }

    @Test
    void aRequestThatIsAnsweredBeforeItsBodyEndsGetsNoSecondAnswer() throws Exception {
        try (Socket client = connected()) {
            send(
                    client,
                    "POST /v1/editorial/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            client.setSoTimeout(10_000);
            String heard = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(heard).startsWith("HTTP/1.1 401").containsOnlyOnce("HTTP/1.1");
        }
    }

    @Test
    void whoDoesNotTakeTheAnswersLosesTheConnection() throws Exception {
        try (Socket client = connected(4_096)) {
            askForMuch(client);
            pause(SOON);
            assertThat(answersIn(client, "")).isLessThan(ANSWERS);
        }
    }

    @Test
    void whoTakesTheAnswersSlowlyButSteadilyGetsThemAll() throws Exception {
        try (Socket client = connected(32_768)) {
            askForMuch(client);
            byte[] bytes = new byte[32_768];
            StringBuilder begun = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                begun.append(
                        new String(bytes, 0, client.getInputStream().readNBytes(bytes, 0, bytes.length), US_ASCII));
                pause(Duration.ofMillis(50));
            }
            assertThat(answersIn(client, begun.toString())).isEqualTo(ANSWERS);
        }
    }

    @Test
    void anAnswerThatIsTakenSlowlyStaysWholeThoughItsMemoryIsWantedForAnother() throws Exception {
        String id =
                create("articles", Newsroom.longArticle("Long", 330)).get("id").textValue();
        publish("articles", id);
        await().until(() ->
                reader().get("/v1/articles/" + id).header("Cache-Status").contains("hit"));
        byte[] whole = reader().get("/v1/articles/" + id).asByteArray();
        try (Socket client = connected(4_096)) {
            send(client, "GET /v1/articles/" + id + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String begun = line(client);
            assertThat(begun).contains(" 200 ");
            patch("articles", id, "*", json("headline", "Gone")).then().statusCode(200);
            publish("articles", id);
            assertThat(reader().get("/v1/articles/" + id).asByteArray()).isNotEqualTo(whole);
            for (String format : List.of("html", "markdown", "text")) {
                reader().get("/v1/articles/" + id + "?body=" + format).asByteArray();
            }
            byte[] rest = client.getInputStream().readAllBytes();
            assertThat(new String(rest, US_ASCII)).contains("hit").contains("\"headline\":\"Long\"");
            assertThat(Arrays.mismatch(whole, 0, whole.length, rest, rest.length - whole.length, rest.length))
                    .isNegative();
        }
    }

    @Test
    void whatIsTooLargeToKeepIsNotSaidToBe() {
        String id = create("articles", Newsroom.longArticle("Longer", 700))
                .get("id")
                .textValue();
        publish("articles", id);
        for (int i = 0; i < 2; i++) {
            assertThat(reader().get("/v1/articles/" + id).header("Cache-Status"))
                    .isEqualTo("Dateline; fwd=uri-miss");
        }
    }

    @Test
    void whoSendsRequestsAheadGetsAllAnswersInOrderThoughTheFirstTakesTime() throws Exception {
        try (Socket client = connected()) {
            send(
                    client,
                    "GET /v1/articles?limit=61 HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.77\r\n\r\n"
                            .repeat(100));
            send(
                    client,
                    "GET /v1/tags HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.77\r\nConnection: close\r\n\r\n");
            assertThat(answersIn(client, "")).isEqualTo(101);
        }
    }

    @Test
    void whoTakesABreakBetweenRequestsKeepsTheConnection() throws Exception {
        try (Socket client = connected()) {
            for (int i = 0; i < 3; i++) {
                send(client, "HEAD /v1 HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(line(client)).contains(" 200 ");
                while (!line(client).isEmpty()) {}
                pause(i < 2 ? Duration.ofMillis(2_500) : Duration.ZERO);
            }
        }
    }

    @Test
    void whoAsksWhetherToGoOnIsTold() throws Exception {
        try (Socket client = connected()) {
            send(
                    client,
                    "POST /v1/editorial/articles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Newsroom.ADMIN
                            + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(line(client)).startsWith("HTTP/1.1 100");
            send(client, "{}");
            assertThat(line(client)).isEmpty();
            assertThat(line(client)).startsWith("HTTP/1.1 201");
        }
    }

    private static Socket connected() throws IOException {
        return connected(65_536);
    }

    private static Socket connected(int receiveBuffer) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(receiveBuffer);
        client.connect(new InetSocketAddress(
                "localhost", ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class)));
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** More than fits into the buffers between the two. */
    private static void askForMuch(Socket client) throws IOException {
        send(client, "GET /openapi/editorial HTTP/1.1\r\nHost: x\r\n\r\n".repeat(ANSWERS));
    }

    private static String line(Socket client) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = client.getInputStream().read();
                c >= 0 && c != '\n';
                c = client.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** How long it takes until the other side hangs up, while a byte goes out every tenth of a second. */
    private static Duration closedWhileDripping(Socket client) throws InterruptedException {
        long began = System.nanoTime();
        Duration passed = Duration.ZERO;
        try {
            while (passed.compareTo(SOON) < 0) {
                send(client, "x");
                pause(Duration.ofMillis(100));
                passed = Duration.ofNanos(System.nanoTime() - began);
            }
        } catch (IOException e) {
            // it has hung up
        }
        return passed;
    }

    /** How many answers came whole or in part until nothing more comes. */
    private static int answersIn(Socket client, String begun) {
        StringBuilder seen = new StringBuilder(begun);
        try {
            client.setSoTimeout(3_000);
            InputStream in = client.getInputStream();
            byte[] bytes = new byte[65_536];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                seen.append(new String(bytes, 0, count, US_ASCII));
            }
        } catch (IOException e) {
            // it was cut off, or there is no more
        }
        return seen.toString().split("HTTP/1.1 200 OK", -1).length - 1;
    }
}
