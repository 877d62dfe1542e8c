package dev.dateline.change;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createListOf;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What another node changes is seen here, whatever happens on the way; this test writes to the database as one would. */
@DatelineTest
class ChangeTest {

    private static final Duration SOON = Duration.ofMillis(1_500);

    private static Connection database() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static JsonNode published(String headline) {
        return publish(
                "articles",
                create("articles", article("en", headline)).get("id").textValue());
    }

    /** Changes the public headline as another node's publication would, up to its commit. */
    private static void rewrite(Connection otherNode, String id, String before, String after) throws SQLException {
        try (PreparedStatement update = otherNode.prepareStatement(
                        "update published_article set full_view = replace(full_view, ?, ?) where id = ?::uuid");
                PreparedStatement insert = otherNode.prepareStatement(
                        "insert into change (kind, target_id, event, groups) values ('article', ?::uuid, 'UPDATED', string_to_array(?, ' '))")) {
            update.setString(1, before);
            update.setString(2, after);
            update.setString(3, id);
            update.execute();
            insert.setString(1, id);
            insert.setString(2, "articles article:" + id);
            insert.execute();
        }
    }

    private static void wake(Connection otherNode) throws SQLException {
        try (Statement notify = otherNode.createStatement()) {
            notify.execute("notify dateline_change");
        }
    }

    private static String headline(JsonNode article) {
        return reader().get("/v1/articles/" + article.get("slug").textValue())
                .jsonPath()
                .getString("headline");
    }

    /** How long it takes until readers get this headline. */
    private static Duration until(JsonNode article, String headline) {
        long began = System.nanoTime();
        await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> headline(article).equals(headline));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aChangeOnAnotherNodeIsSeenAtOnce() throws Exception {
        JsonNode article = published("Othernode before");
        assertThat(headline(article)).isEqualTo("Othernode before");
        try (Connection otherNode = database()) {
            otherNode.setAutoCommit(false);
            rewrite(otherNode, article.get("id").textValue(), "before", "after");
            wake(otherNode);
            assertThat(headline(article)).isEqualTo("Othernode before");
            otherNode.commit();
        }
        assertThat(until(article, "Othernode after")).isLessThan(SOON);
    }

    @Test
    void aNotificationThatGotLostCostsAHeartbeat() throws Exception {
        JsonNode article = published("Unheard before");
        assertThat(headline(article)).isEqualTo("Unheard before");
        try (Connection otherNode = database()) {
            rewrite(otherNode, article.get("id").textValue(), "before", "after");
        }
        assertThat(until(article, "Unheard after")).isLessThan(SOON);
    }

    @Test
    void aChangeWhoseTransactionBeganLongBeforeOthersIsNotSkipped() throws Exception {
        JsonNode slow = published("Slow before");
        JsonNode quick = published("Quick before");
        headline(slow);
        headline(quick);
        try (Connection one = database();
                Connection other = database()) {
            one.setAutoCommit(false);
            try (Statement begin = one.createStatement()) {
                begin.execute("select pg_current_xact_id()");
            }
            rewrite(other, quick.get("id").textValue(), "before", "after");
            wake(other);
            until(quick, "Quick after");
            rewrite(one, slow.get("id").textValue(), "before", "after");
            await().during(Duration.ofMillis(500)).until(() -> headline(slow).equals("Slow before"));
            one.commit();
        }
        assertThat(until(slow, "Slow after")).isLessThan(SOON);
    }

    @Test
    void whoWritesToTheLogWaitsForThoseWhoWroteBeforeSoThatNumbersRiseAsTransactionsCommit() throws Exception {
        JsonNode first = published("First before");
        JsonNode second = published("Second before");
        headline(second);
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try (Connection one = database();
                Connection other = database()) {
            one.setAutoCommit(false);
            rewrite(one, first.get("id").textValue(), "before", "after");
            Future<?> waiting = writers.submit(() -> {
                rewrite(other, second.get("id").textValue(), "before", "after");
                return null;
            });
            await().during(Duration.ofMillis(500))
                    .until(() -> !waiting.isDone() && headline(second).equals("Second before"));
            one.commit();
            waiting.get();
        }
        writers.shutdown();
        assertThat(until(first, "First after")).isLessThan(SOON);
        assertThat(until(second, "Second after")).isLessThan(SOON);
    }

    @Test
    void inAHistoryThatIsNewNothingOldIsToldAgain() throws Exception {
        published("Before the failover");
        try (Connection connection = database()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table change in exclusive mode"); // a list may just be filled
                statement.execute("update change set history = 'of the database that was lost'");
            }
            ChangePosition end = ChangeRepository.end(connection);
            assertThat(ChangeRepository.after(connection, end).changes()).isEmpty();
            assertThat(ChangeRepository.after(connection, end).position()).isEqualTo(end);
            ChangePosition before = new ChangePosition("of the database that was lost", end.number() - 1);
            assertThat(ChangeRepository.after(connection, before).changes()).hasSize(1);
            assertThat(ChangeRepository.after(connection, before).position().isBehind(before))
                    .isTrue();
            connection.rollback();
        }
    }

    @Test
    void aLostListenerComesBackAndCatchesUp() throws Exception {
        JsonNode article = published("Cut off before");
        headline(article);
        try (Connection otherNode = database();
                Statement statement = otherNode.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where query ilike '%database_history%' and pid <> pg_backend_pid()");
            rewrite(otherNode, article.get("id").textValue(), "before", "after");
            wake(otherNode);
        }
        assertThat(until(article, "Cut off after")).isLessThan(Duration.ofSeconds(2));
        assertThat(headline(published("And on it goes"))).isEqualTo("And on it goes");
    }

    @Test
    void whatWasAcknowledgedIsNeverForgottenByAnyReader() throws Exception {
        JsonNode article = published("Round 0");
        String id = article.get("id").textValue();
        String slug = article.get("slug").textValue();
        String list = publish(
                        "story-lists",
                        createListOf(id, "L " + UUID.randomUUID()).get("id").textValue())
                .get("slug")
                .textValue();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(6);
        List<Future<?>> reading = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String path = i % 2 == 0 ? "/v1/articles/" + slug : "/v1/story-lists/" + list;
            String field = i % 2 == 0 ? "headline" : "items[0].headline";
            reading.add(readers.submit(() -> {
                while (acknowledged.get() < 60) {
                    int atLeast = acknowledged.get();
                    String headline = reader().get(path).jsonPath().getString(field);
                    assertThat(Integer.parseInt(headline.substring("Round ".length())))
                            .isGreaterThanOrEqualTo(atLeast);
                    read.incrementAndGet();
                }
            }));
        }
        for (int round = 1; round <= 60; round++) {
            patch("articles", id, "*", json("headline", "Round " + round));
            publish("articles", id);
            acknowledged.set(round);
        }
        for (Future<?> reader : reading) {
            reader.get();
        }
        readers.shutdown();
        assertThat(read.get()).isGreaterThan(100);
    }
}
