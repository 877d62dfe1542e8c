package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.http.OwnRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final HttpServer node;
    private volatile int status = 200;

    WarmUpTest() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            try (exchange) {
                mayAnswer.await();
                assertThat(exchange.getRequestHeaders().getFirst(OwnRequest.HEADER))
                        .isEqualTo(OwnRequest.VALUE);
                asked.add(exchange.getRequestURI().toString());
                exchange.sendResponseHeaders(status, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        node.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        node.stop(0);
    }

    private WarmUp warmUp(boolean isPossible, Duration time) {
        WarmUp warmUp = new WarmUp(new OwnReads(() -> node.getAddress().getPort(), "127.0.0.1", isPossible), time);
        warmUp.start();
        return warmUp;
    }

    private static Status statusOf(WarmUp warmUp) {
        return warmUp.call().getStatus();
    }

    @Test
    void aNodeIsReadyOnceItHasReadForPractice() {
        WarmUp warmUp = warmUp(true, Duration.ofSeconds(30));
        assertThat(statusOf(warmUp)).isEqualTo(Status.DOWN);

        mayAnswer.countDown();

        await().until(() -> statusOf(warmUp) == Status.UP);
        assertThat(asked).contains("/v1", "/v1/articles?limit=1", "/v1/articles?limit=20&view=full");
    }

    @Test
    void aDatabaseThatIsAwayKeepsNoNodeFromServing() {
        status = 503;
        mayAnswer.countDown();

        WarmUp warmUp = warmUp(true, Duration.ofSeconds(30));

        await().until(() -> statusOf(warmUp) == Status.UP);
        assertThat(asked).hasSize(1);
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        mayAnswer.countDown();

        WarmUp warmUp = warmUp(true, Duration.ofNanos(1));

        await().until(() -> statusOf(warmUp) == Status.UP);
        assertThat(asked).hasSizeLessThan(2);
    }

    @Test
    void aNodeThatMayNotReadIsReadyAtOnce() {
        assertThat(statusOf(warmUp(false, Duration.ofSeconds(30)))).isEqualTo(Status.UP);
        assertThat(statusOf(warmUp(true, Duration.ZERO))).isEqualTo(Status.UP);
    }
}
