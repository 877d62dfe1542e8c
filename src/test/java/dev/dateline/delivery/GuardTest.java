package dev.dateline.delivery;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Waiting.pause;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.DatelineTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An installation with a CDN to purge, limits for every client, a small door to the database and a read replica. */
@DatelineTest
@TestProfile(GuardTest.Guarded.class)
public class GuardTest {

    private static final int LIMIT = 120;
    private static final int WRONG_KEYS = 3;

    /** Of those who ask the database, two are served at a time and two more wait. */
    private static final int COLD_PLACES = 4;

    private static final Duration A_MOMENT = Duration.ofMillis(10);

    /** What the CDN was told, in order; it refuses the first. */
    private static final BlockingQueue<String> PURGED = new LinkedBlockingQueue<>();

    /** The configuration of such an installation. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("dateline.delivery.purge.url", "http://127.0.0.1:" + cdn() + "/purge"),
                    Map.entry("dateline.delivery.purge.token", "secret"),
                    Map.entry("dateline.http.rate-limit.requests", Integer.toString(LIMIT)),
                    Map.entry("dateline.http.rate-limit.period", "1h"),
                    Map.entry("dateline.access.wrong-keys-per-minute", Integer.toString(WRONG_KEYS)),
                    Map.entry("dateline.http.slow-clients.patience", "1s"),
                    Map.entry("dateline.http.slow-clients.least-bytes-per-second", "200000"),
                    Map.entry("dateline.delivery.datasource.url", "${quarkus.datasource.jdbc.url}"),
                    Map.entry("dateline.delivery.cold.concurrency", "2"),
                    Map.entry("dateline.delivery.cold.queue", "2"),
                    Map.entry("dateline.delivery.cold.patience", "500ms"),
                    Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                    Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                    Map.entry("dateline.delivery.cache.max-bytes", "1M"));
        }
    }

    private static int cdn() {
        try {
            HttpServer cdn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            cdn.createContext("/purge", exchange -> {
                String keys = exchange.getRequestHeaders().getFirst("Surrogate-Key");
                boolean good = "secret".equals(exchange.getRequestHeaders().getFirst("Fastly-Key"));
                boolean first = PURGED.isEmpty();
                PURGED.add(keys);
                exchange.sendResponseHeaders(good && !first ? 200 : 500, -1);
                exchange.close();
            });
            cdn.start();
            return cdn.getAddress().getPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aCdnIsToldWhatChangedUntilItHasHeard() throws InterruptedException {
        String id = publish(
                        "articles",
                        create("articles", article("en", "Purge me")).get("id").textValue())
                .get("id")
                .textValue();
        String purged = "";
        for (int i = 0; i < 50 && count(purged, "article:" + id) < 2; i++) {
            String keys = PURGED.poll(1, TimeUnit.SECONDS);
            purged += " " + keys;
        }
        assertThat(count(purged, "article:" + id))
                .as("refused once, told again: " + purged)
                .isGreaterThanOrEqualTo(2);
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }

    @Test
    void aFloodOfMadeUpQuestionsNeitherFillsTheMemoryNorPushesOutTheNews() throws Exception {
        String hot = "/v1/articles/minsk-bridge-reopens";
        Random random = new Random(7);
        int hits = 0;
        for (int i = 0; i < 800; i++) {
            RequestSpecification somebody =
                    reader().header("X-Forwarded-For", "2001:db8:0:" + Integer.toHexString(i) + "::1");
            somebody.get(
                    i % 2 == 0
                            ? "/v1/articles/made-up-" + random.nextLong()
                            : "/v1/articles?limit=5&published-after=2001-01-01T00:00:00." + (100_000 + i) + "Z");
            if (i % 4 == 0) {
                hits += somebody.get(hot).header("Cache-Status").contains("hit") ? 1 : 0;
            }
        }
        assertThat(hits).isGreaterThan(190);
        assertThat(bytesKept("found")).isLessThan(1 << 20);
        assertThat(bytesKept("negative")).isBetween(1L, (1L << 20) / 16);
    }

    private static long bytesKept(String kind) {
        String metrics = reader().accept("text/plain").get("/metrics").asString();
        return metrics.lines()
                .filter(line -> line.startsWith("dateline_delivery_cache_bytes{kind=\"" + kind))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyTakesMoreThanTheirShare() {
        RequestSpecification neighbour = reader().header("X-Forwarded-For", "203.0.113.7");
        neighbour
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("""
                        "client";q=%d;w=3600""".formatted(LIMIT)))
                .header("RateLimit", matchesPattern("""
                        "client";r=%d;t=\\d+""".formatted(LIMIT - 1)));
        for (int i = 1; i < LIMIT; i++) {
            neighbour.get("/v1/articles").then().statusCode(200);
        }
        neighbour
                .get("/v1/articles")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("Access-Control-Allow-Origin", equalTo("*"));
        neighbour.get("/health/live").then().statusCode(200);
        reader().header("X-Forwarded-For", "203.0.113.8")
                .get("/v1/articles")
                .then()
                .statusCode(200);
    }

    @Test
    void whoTriesManyKeysMustWaitButNotThoseBesideThemWithAGoodOne() {
        RequestSpecification editor = editor().header("X-Forwarded-For", "203.0.113.9");
        editor.get("/v1/editorial/me").then().statusCode(200);
        for (int i = 0; i < WRONG_KEYS; i++) {
            wrongKey("203.0.113.9", i).then().statusCode(401);
        }
        wrongKey("203.0.113.9", WRONG_KEYS)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"));
        editor.get("/v1/editorial/me").then().statusCode(200);
        wrongKey("203.0.113.10", 0).then().statusCode(401);
    }

    private static Response wrongKey(String client, int number) {
        return reader().header("X-Forwarded-For", client)
                .header("Authorization", "Bearer dl_%012d_wrong".formatted(number))
                .get("/v1/editorial/articles");
    }

    @Test
    void whoLeavesDoesNotTakeTheAnswerFromThoseWhoWaitForTheSame() throws Exception {
        String path = "/v1/articles?limit=77";
        ExecutorService readers = Executors.newFixedThreadPool(4);
        List<Future<Response>> waiting = new ArrayList<>();
        try (Connection database = database();
                Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            lock.execute("lock table published_article in access exclusive mode");
            int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
            try (Socket leaving = new Socket("localhost", port)) {
                leaving.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(UTF_8));
                await().pollInterval(A_MOMENT).until(() -> waitingFor(lock) == 1);
                for (int i = 0; i < 4; i++) {
                    waiting.add(readers.submit(() -> reader().get(path)));
                }
                pause(Duration.ofMillis(150)); // nothing outside shows who waits for the answer to another
            }
            pause(Duration.ofMillis(50)); // nor that the program has seen somebody leave
            database.rollback();
        } finally {
            readers.shutdown();
        }
        for (Future<Response> reader : waiting) {
            reader.get().then().statusCode(200).header("Cache-Status", containsString("collapsed"));
        }
    }

    @Test
    void coldReadersAreRefusedInTimeWhileHotOnesAreServed() throws Exception {
        String hot = "/v1/articles/minsk-bridge-reopens";
        reader().get(hot).then().statusCode(200);
        ExecutorService readers = Executors.newFixedThreadPool(12);
        List<Future<Response>> cold = new ArrayList<>();
        try (Connection database = database();
                Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            lock.execute("lock table published_article in access exclusive mode");
            for (int i = 0; i < 12; i++) {
                int number = i;
                cold.add(readers.submit(() -> reader().get("/v1/articles?limit=" + (10 + number))));
            }
            await().pollInterval(A_MOMENT)
                    .until(() -> cold.stream().filter(Future::isDone).count() >= 12 - COLD_PLACES);
            long began = System.nanoTime();
            reader().get(hot).then().statusCode(200).header("Cache-Status", containsString("hit"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(200));
            int refused = 0;
            for (Future<Response> reader : cold) {
                Response answer = reader.get();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                refused++;
            }
            assertThat(refused).isEqualTo(12);
            database.rollback();
        } finally {
            readers.shutdown();
        }
        reader().get("/v1/articles?limit=10").then().statusCode(200);
    }

    /** How many reads stand before the locked table. */
    private static int waitingFor(Statement lock) throws java.sql.SQLException {
        try (ResultSet waiting = lock.executeQuery("""
                select count(*) from pg_locks
                where not granted and relation = 'published_article'::regclass""")) {
            waiting.next();
            return waiting.getInt(1);
        }
    }

    private static Connection database() throws java.sql.SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
