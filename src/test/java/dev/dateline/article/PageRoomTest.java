package dev.dateline.article;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.longArticle;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.dateline.DatelineTest;
import dev.dateline.cache.DirectMemoryBudget;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A page for which there is no memory is refused before the database is asked for it. */
@DatelineTest
class PageRoomTest {

    private static final int CLAIM_BYTES = 200_000;

    /** PostgreSQL's connections tell what they read after ten idle seconds. */
    private static final Duration COUNTED = Duration.ofSeconds(11);

    @Inject
    DirectMemoryBudget memory;

    @Inject
    DataSource database;

    @Test
    void whatThereIsNoMemoryForIsNotReadAtAll() throws SQLException {
        String tag = "long-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String article = longArticle("Long " + i, 200).replaceFirst("\\{", "{\"tags\": [\"" + tag + "\"], ");
            ids.add(create("articles", article).get("id").textValue());
            publish("articles", ids.get(i));
        }
        String byTag = "/v1/articles?view=full&body=blocks&tag=" + tag;
        String byId = "/v1/articles?view=full&body=html&id=" + String.join(",", ids);
        reader().get(byTag + "&limit=3").then().statusCode(200).body("items.size()", equalTo(3));
        long before = blocksRead();

        int claims = 0;
        while (memory.claim(CLAIM_BYTES)) {
            claims++;
        }
        try {
            for (String path : List.of(byTag, byTag + "&order=oldest&limit=90", byId)) {
                reader().get(path)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue());
            }
            reader().get("/v1/articles?limit=4&tag=" + tag).then().statusCode(200);
        } finally {
            memory.release((long) claims * CLAIM_BYTES);
        }
        assertThat(blocksRead()).isEqualTo(before);

        reader().get(byTag).then().statusCode(200).body("items.size()", equalTo(4));
        assertThat(blocksRead()).isGreaterThan(before);
    }

    /** What was read of all that is stored apart from its row, once the database has counted it. */
    private long blocksRead() throws SQLException {
        Awaitility.await().atMost(COUNTED.multipliedBy(2)).pollDelay(COUNTED).until(() -> true);
        try (var connection = database.getConnection();
                var counted = connection
                        .createStatement()
                        .executeQuery("select toast_blks_hit + toast_blks_read from pg_statio_user_tables"
                                + " where relname = 'published_article'")) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
