package dev.dateline.database;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.dateline.DatelineTest;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A node that stands still in the middle of a publication stops no other for long. */
@DatelineTest
class FrozenNodeTest {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('publishing', 0))";

    @Inject
    AgroalDataSource connections;

    private static String draft() {
        return create("articles", article("en", "Waits")).get("id").textValue();
    }

    private static Response publish(String id) {
        return editor().header("If-Match", "*").put("/v1/editorial/articles/" + id + "/publication");
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    @Test
    void aTransactionThatStandsStillLosesItsLocksAndOthersGoOn() throws SQLException {
        String id = draft();
        try (Connection frozen = connections.getConnection()) {
            hold(frozen);
            Instant began = Instant.now();
            publish(id).then().statusCode(200);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
        } catch (SQLException terminated) {
            assertThat(terminated.getMessage()).isNotEmpty(); // its connection was taken from it
        }
    }

    @Test
    void whoeverWaitsTooLongIsToldSoAndReadsGoOnMeanwhile() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            drafts.add(draft());
        }
        ExecutorService editors = Executors.newFixedThreadPool(drafts.size());
        try (Connection elsewhere = outside()) {
            hold(elsewhere);
            List<Future<Response>> waiting =
                    drafts.stream().map(id -> editors.submit(() -> publish(id))).toList();
            Thread.sleep(1_000);
            editor().get("/v1/editorial/articles/" + drafts.get(0)).then().statusCode(200);
            Response first = waiting.get(0).get();
            first.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"));
            elsewhere.rollback();
            for (Future<Response> response : waiting) {
                assertThat(response.get().statusCode()).isIn(200, 503);
            }
        } finally {
            editors.shutdown();
        }
        publish(drafts.get(0)).then().statusCode(200);
    }

    /** Of another program, with no limits. */
    private static Connection outside() throws SQLException {
        return DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
