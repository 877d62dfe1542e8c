package dev.dateline.published;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.longArticle;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.dateline.DatelineTest;
import dev.dateline.cache.DirectMemoryBudget;
import dev.dateline.problem.Problem;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A page for which there is no memory is refused before the database is asked for it. */
@DatelineTest
class PageRoomTest {

    private static final int CLAIM_BYTES = 200_000;

    @Inject
    DirectMemoryBudget memory;

    @Test
    void whatThereIsNoMemoryForIsRefused() {
        String tag = "long-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String article = longArticle("Long " + i, 200).replaceFirst("\\{", "{\"tags\": [\"" + tag + "\"], ");
            ids.add(create("articles", article).get("id").textValue());
            publish("articles", ids.get(i));
        }
        String live = create("articles", article("en", "Live " + tag).replaceFirst("\\{", "{\"kind\": \"live\", "))
                .get("id")
                .textValue();
        publish("articles", live);
        for (int i = 0; i < 3; i++) {
            String body = tree(longArticle("x", 200)).get("body").toString();
            publish(
                    "live-updates",
                    create("live-updates", "{\"article\": \"" + live + "\", \"body\": " + body + "}")
                            .get("id")
                            .textValue());
        }
        String updates = "/v1/articles/" + live + "/updates";
        String byTag = "/v1/articles?view=full&body=blocks&tag=" + tag;
        String byId = "/v1/articles?view=full&body=html&id=" + String.join(",", ids);
        reader().get(byTag + "&limit=3").then().statusCode(200).body("items.size()", equalTo(3));

        int claims = 0;
        while (memory.claim(CLAIM_BYTES)) {
            claims++;
        }
        try {
            for (String path : List.of(byTag, byTag + "&order=oldest&limit=90", byId, updates)) {
                reader().get(path)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue());
            }
            reader().get("/v1/articles?limit=3&tag=" + tag).then().statusCode(200);
            reader().get(updates + "?body=none").then().statusCode(200);
        } finally {
            memory.release((long) claims * CLAIM_BYTES);
        }
        reader().get(byTag).then().statusCode(200).body("items.size()", equalTo(3));
    }

    @Test
    void moreThanAShareOfTheHeapIsRefusedWhateverIsFree() {
        PageRoom room = new PageRoom(memory);
        room.require(CLAIM_BYTES);
        assertThatThrownBy(() -> room.require(Runtime.getRuntime().maxMemory() / 4))
                .isInstanceOf(Problem.class);
    }
}
