package dev.dateline.editorial.workflow;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.awaitility.Awaitility.await;

import dev.dateline.DatelineTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thing that cannot be published just now keeps nothing else from its time, and goes out when it can. */
@DatelineTest
class SetbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @AfterEach
    void mend() throws SQLException {
        run("drop trigger if exists stuck on published_article");
    }

    @Test
    void whatTakesTooLongHoldsUpNothingElseAndGoesOutLater() throws SQLException {
        String stuck = draft("Takes too long");
        String other = draft("Goes out in time");
        run("create or replace function stuck() returns trigger language plpgsql as"
                + " $$ begin raise exception 'too long' using errcode = 'query_canceled'; end $$");
        run("create trigger stuck before insert on published_article for each row when (new.id = '" + stuck
                + "') execute function stuck()");
        Instant at = Instant.now().plusSeconds(1);
        schedule(stuck, at);
        schedule(other, at.plusMillis(500));

        awaitStatus(other);
        reader().get("/v1/articles/" + stuck).then().statusCode(404);
        run("drop trigger stuck on published_article");

        awaitStatus(stuck);
    }

    private static void awaitStatus(String id) {
        await().atMost(PATIENCE).until(() -> reader().get("/v1/articles/" + id).statusCode() == 200);
    }

    private static void schedule(String id, Instant at) {
        publish("articles", id, json("at", at));
    }

    private static String draft(String headline) {
        return create("articles", article("en", headline + " " + UUID.randomUUID()))
                .get("id")
                .textValue();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
