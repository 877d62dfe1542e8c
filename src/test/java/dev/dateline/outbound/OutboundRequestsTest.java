package dev.dateline.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's server may do whatever it wants: a request ends, in time and within bounds. */
class OutboundRequestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final char[] PASSWORD = "password".toCharArray();

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpServer> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private OutboundRequests requests(boolean privateAddresses) {
        return new OutboundRequests(new OutboundAddress(() -> privateAddresses), vertx);
    }

    private String serve() throws IOException {
        return "http://localhost:" + start(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
    }

    private int start(HttpServer server) {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        OutputStream body = exchange.getResponseBody();
        switch (exchange.getRequestURI().getPath()) {
            case "/elsewhere" -> {
                elsewhere.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
            }
            case "/redirect" -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            }
            case "/huge" -> {
                exchange.sendResponseHeaders(200, 0);
                body.write(new byte[10_000_000]);
            }
            case "/cut" -> {
                exchange.sendResponseHeaders(200, 100);
                body.write('x');
            }
            case "/drip" -> {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 40; i++) {
                    body.write('.');
                    body.flush();
                    pause(100);
                }
            }
            case "/hang" -> pause(4_000);
            default -> {
                String echo = new String(sent, UTF_8) + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Host");
                exchange.getResponseHeaders().add("Retry-After", "7");
                exchange.sendResponseHeaders(200, echo.length());
                body.write(echo.getBytes(UTF_8));
            }
        }
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutboundAnswer post(String url) throws IOException, InterruptedException {
        return requests(true).post(URI.create(url), Map.of("X-Test", "1"), "sent".getBytes(UTF_8), PATIENCE, 1_000);
    }

    @Test
    void anAnswerComesBackWithItsBeginning() throws Exception {
        String server = serve();
        OutboundAnswer echo = post(server + "/echo?a=b");
        assertThat(echo.status()).isEqualTo(200);
        assertThat(echo.body()).startsWith("sent /echo?a=b localhost:");
        assertThat(echo.headers()).containsEntry("retry-after", "7");
        assertThat(post(server + "/huge").body()).hasSize(1_000);
        assertThat(post(server + "/redirect").status()).isEqualTo(307);
        assertThat(elsewhere).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cut", "/drip"})
    void aStatusCountsThoughTheBodyNeverComesToItsEnd(String path) throws Exception {
        long began = System.nanoTime();
        assertThat(post(serve() + path).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whoNeverAnswersIsLeft() throws IOException {
        String server = serve();
        long began = System.nanoTime();
        assertThatThrownBy(() -> post(server + "/hang")).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNothing() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        int port = start(server);
        assertThatThrownBy(() -> post("https://localhost:" + port + "/elsewhere"))
                .isInstanceOf(IOException.class);
        assertThat(elsewhere).hasValue(0);
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void whoIsNotThereIsSaidToBe() {
        assertThatThrownBy(() -> post("http://localhost:1/")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("http://never-was.invalid/")).hasMessage("The host is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data"
            })
    void noRequestGoesInsideUnlessItMay(String url) {
        assertThatThrownBy(() -> new OutboundAddress(() -> false).parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public address");
        assertThatThrownBy(() -> requests(false).post(URI.create(url), Map.of(), new byte[0], PATIENCE, 1))
                .hasMessageContaining("is not one on the open internet");
    }

    @Test
    void withoutPrivateAddressesOnlyTlsWillDo() {
        assertThatThrownBy(() -> new OutboundAddress(() -> false).parse("http://example.org/"))
                .hasMessageContaining("https://");
        assertThatThrownBy(() ->
                        requests(false).post(URI.create("http://example.org/"), Map.of(), new byte[0], PATIENCE, 1))
                .hasMessageContaining("https://");
    }
}
