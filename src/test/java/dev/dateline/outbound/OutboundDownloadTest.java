package dev.dateline.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies at an address comes whole, in time and within bounds, or it is said why not. */
class OutboundDownloadTest {

    private static final int MOST = 1_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", OutboundDownloadTest::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/moved" -> redirect(exchange, "/file/900000#there");
            case "/round" -> redirect(exchange, "/round");
            case "/inside" -> redirect(exchange, "file:///etc/passwd");
            case "/gone" -> exchange.sendResponseHeaders(404, -1);
            case "/busy" -> exchange.sendResponseHeaders(503, -1);
            case "/hang" -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().flush();
                return;
            }
            case "/cut" -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write(1);
            }
            default -> {
                int length = Integer.parseInt(path.replaceAll(".*/", ""));
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[length]);
            }
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private Path fetch(String path, boolean privateAddresses) throws Exception {
        OutboundAddress addresses = new OutboundAddress(() -> privateAddresses);
        Path file = Files.createTempFile(folder, "file", "");
        new OutboundDownload(new OutboundRequests(addresses, vertx), addresses, vertx)
                .fetch(
                        "http://localhost:" + server.getAddress().getPort() + path,
                        "image/*",
                        file,
                        Duration.ofSeconds(2),
                        MOST);
        return file;
    }

    @Test
    void aFileComesWholeAlsoFromWhereItMoved() throws Exception {
        assertThat(fetch("/file/1000000", true)).hasSize(1_000_000);
        assertThat(fetch("/moved", true)).hasSize(900_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/file/1000001, has more than 1000000 bytes",
        "/round, leads on and on",
        "/inside, must be an address that begins with https:// or http://",
        "/gone, answered 404",
        "/hang, no answer in time",
        "/cut, closed"
    })
    void whatCannotBeHadIsSaidWhy(String path, String reason) {
        assertThatThrownBy(() -> fetch(path, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"/busy, true", "/hang, true", "/gone, false", "/file/1000001, false"})
    void aHostThatDoesNotAnswerIsToldFromOneThatHasNoSuchFile(String path, boolean isUnreachable) {
        Class<?> kind = isUnreachable ? UnreachableHost.class : IOException.class;

        assertThatThrownBy(() -> fetch(path, true)).isExactlyInstanceOf(kind);
    }

    @Test
    void everyByteIsThereEachTime() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(fetch("/file/100000", true)).hasSize(100_000);
        }
    }

    @Test
    void whatLeadsOnToTheInsideIsNotFollowed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        OutboundAddress publicAtFirst = new OutboundAddress(() -> asked.incrementAndGet() <= 2);
        OutboundDownload downloads =
                new OutboundDownload(new OutboundRequests(publicAtFirst, vertx), publicAtFirst, vertx);
        Path file = Files.createTempFile(folder, "file", "");

        assertThatThrownBy(() -> downloads.fetch(
                        "http://localhost:" + server.getAddress().getPort() + "/moved",
                        "image/*",
                        file,
                        Duration.ofSeconds(2),
                        MOST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("public");
        assertThat(file).isEmptyFile();
    }

    @Test
    void nothingIsFetchedFromInside() {
        assertThatThrownBy(() -> fetch("/file/1", false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("public");
    }
}
