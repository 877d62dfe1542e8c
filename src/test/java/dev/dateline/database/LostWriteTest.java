package dev.dateline.database;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.editor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.dateline.DatelineTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that the database cannot keep is refused, leaves nothing behind, and works when it is sent again. */
@DatelineTest
class LostWriteTest {

    /** Before a row is written. */
    private static final String AT_ONCE = "create trigger breaks before insert on article";

    /** When all is written, and the transaction is to end. */
    private static final String AT_COMMIT =
            "create constraint trigger breaks after insert on article deferrable initially deferred";

    /** As PostgreSQL says it when no block can be added to a file. */
    private static final String DISK_FULL =
            "raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'";

    /** Whoever else logs something meanwhile does not count. */
    private static final List<String> OF_THE_REQUEST =
            List.of("dev.dateline.http.", "com.arjuna.", "io.agroal.", "org.hibernate.", "io.quarkus.");

    private static final String CONNECTION_LOST = "perform pg_terminate_backend(pg_backend_pid()); return new";

    @Inject
    DataSource database;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler lines = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (OF_THE_REQUEST.stream().anyMatch(line.getLoggerName()::startsWith)) {
                log.add(line.getMessage() + (line.getThrown() == null ? "" : " with a trace"));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final String unique = "lost-" + UUID.randomUUID();

    @BeforeEach
    void listen() throws InterruptedException {
        Thread.sleep(1_100); // one line a second
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void mend() throws SQLException {
        Logger.getLogger("").removeHandler(lines);
        execute("drop function if exists breaks() cascade");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Response send() {
        return editor().header("Idempotency-Key", unique)
                .contentType("application/json")
                .body(article("en", unique))
                .post("/v1/editorial/articles");
    }

    private void breaks(String when, String how, String told) throws SQLException {
        execute(
                "create function breaks() returns trigger language plpgsql as $$ begin " + how + "; end $$",
                "%s for each row when (new.content::text like '%%%s%%') execute function breaks()"
                        .formatted(when, unique));
        send().then()
                .statusCode(503)
                .header("Retry-After", startsWith("1"))
                .body("type", startsWith("/problems/unavailable"))
                .body("detail", startsWith(told));
        assertThat(log)
                .filteredOn(line -> line.contains("did not do what it was asked"))
                .hasSize(1);
        assertThat(log)
                .as("beside what the pool says of a lost connection")
                .hasSizeLessThanOrEqualTo(2)
                .noneMatch(line -> line.endsWith("with a trace"));
        execute("drop function breaks() cascade");

        send().then().statusCode(201);
        assertThat(written()).isEqualTo(1);
    }

    private int written() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from article where content::text like '%" + unique + "%'")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void forWantOfSpaceOnTheDisk() throws SQLException {
        breaks(AT_ONCE, DISK_FULL, "The disk of the database is full.");
    }

    @Test
    void forWantOfSpaceWhenItIsCommitted() throws SQLException {
        breaks(AT_COMMIT, DISK_FULL, "The disk of the database is full.");
    }

    @Test
    void becauseTheConnectionIsLost() throws SQLException {
        breaks(AT_ONCE, CONNECTION_LOST, "The database does not answer.");
    }

    @Test
    void becauseTheConnectionIsLostAtTheCommit() throws SQLException {
        breaks(AT_COMMIT, CONNECTION_LOST, "The database does not answer.");
    }
}
