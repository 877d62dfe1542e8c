package dev.dateline.change;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of old changes only the last one of each thing is kept. */
@DatelineTest
class ChangeCompactionTest {

    @Inject
    ChangeCompaction compaction;

    @Test
    void whoIsTooFarBehindIsToldToStartAnewAndFindsAllThatIsPublic() throws SQLException {
        String before = get("/v1/changes?since=now").get("since").textValue();
        String id = create("articles", article("en", "Old")).get("id").textValue();
        publish("articles", id);
        patch("articles", id, "*", json("headline", "Less old")).then().statusCode(200);
        publish("articles", id);
        String after = get("/v1/changes?since=now").get("since").textValue();
        compaction.compact(Duration.ZERO);
        reader().urlEncodingEnabled(false)
                .get(before)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/cursor-expired"));
        reader().urlEncodingEnabled(false).get(after).then().statusCode(200);
        List<String> events = new ArrayList<>();
        String next = "/v1/changes?kind=article&limit=100";
        while (next != null) {
            JsonNode page = get(next);
            page.get("items").forEach(change -> {
                if (id.equals(change.get("id").textValue())) {
                    events.add(change.get("event").textValue());
                }
            });
            next = page.path("next").textValue();
        }
        assertThat(events).containsExactly("updated");
    }
}
