package dev.dateline.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.DatelineTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host that a request names (RFC 9112 section 3.2). */
@DatelineTest
class HostTest {

    /** Keeps what is worth a person's attention. */
    private static final class Complaints extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                texts.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b:c", "x:99999", "x:-1", "x:port", "[::1", "::1", "x%zz", "\"x\"", "{}", "a b", "a,b", "me@x", "x/y",
                "é"
            })
    void aHostThatIsNoneIsABadRequestAndNoFaultOfTheProgram(String host) throws IOException {
        Complaints complaints = new Complaints();
        Logger.getLogger("").addHandler(complaints);
        try {
            for (String target : List.of("/v1/articles?limit=1", "/v1/editorial/articles", "/health", "/", "/docs")) {
                assertThat(answer(target, host))
                        .as(target)
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json", "/problems/bad-request");
            }
        } finally {
            Logger.getLogger("").removeHandler(complaints);
        }
        assertThat(complaints.texts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x:", "x:80", "a_b.example", "127.0.0.1:8080", "[::1]:8080"})
    void aHostOfAnyRightFormIsServed(String host) throws IOException {
        assertThat(answer("/v1/articles?limit=1", host)).startsWith("HTTP/1.1 200");
    }

    private static String answer(String target, String host) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
