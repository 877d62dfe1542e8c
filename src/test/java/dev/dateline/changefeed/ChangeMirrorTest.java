package dev.dateline.changefeed;

import static dev.dateline.Newsroom.JSON;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A client that only follows changes holds exactly what is served, whatever editors do. {@code -Ddateline.test.operations=1000} runs it
 * long, {@code -Ddateline.test.seed=…} repeats a run.
 */
@DatelineTest
class ChangeMirrorTest {

    private static final List<String> LANGUAGES = List.of("be", "ru", "uk", "en");
    private static final int MOST_ARTICLES = 25;

    private final long seed = Long.getLong("dateline.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> articles = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private final Map<String, JsonNode> held = new HashMap<>();
    private int number;

    @Test
    void whoFollowsHoldsExactlyWhatIsServed() {
        int operations = Integer.getInteger("dateline.test.operations", 60);
        System.out.println(
                "ChangeMirrorTest: -Ddateline.test.seed=" + seed + " -Ddateline.test.operations=" + operations);
        String since =
                get("/v1/changes?since=now&view=full&body=blocks").get("since").textValue();
        for (number = 0; number < operations; number++) {
            String operation = operate();
            since = follow(since);
            for (String id : articles) {
                String address = "/v1/articles/" + id + "?body=blocks";
                assertThat(held.get(id))
                        .as(number + ": " + operation + " and " + id)
                        .isEqualTo(served(address));
            }
            for (String id : lists) {
                assertThat(held.get(id))
                        .as(number + ": " + operation + " and list " + id)
                        .isEqualTo(withoutWhatArticlesSay(served("/v1/story-lists/" + id)));
            }
        }
        assertThat(held).isNotEmpty();
    }

    /** Puts in or replaces, or takes away: what the documentation says. */
    private String follow(String since) {
        JsonNode page = get(since);
        for (JsonNode change : page.get("items")) {
            String id = change.path("id").asText();
            if (change.get("event").textValue().equals("withdrawn")) {
                held.remove(id);
            } else if (change.has("item")) {
                held.put(id, change.get("item"));
            } else if (change.get("kind").textValue().equals("story-list")) {
                held.put(id, withoutWhatArticlesSay(served(change.get("href").textValue())));
            }
        }
        return page.has("next")
                ? follow(page.get("next").textValue())
                : page.get("since").textValue();
    }

    private static @Nullable JsonNode served(String address) {
        Response answer = reader().get(address);
        return answer.statusCode() == 200 ? Newsroom.tree(answer.asString()) : null;
    }

    /** That is told as changes of these articles. */
    private static @Nullable JsonNode withoutWhatArticlesSay(@Nullable JsonNode list) {
        if (list == null) {
            return null;
        }
        for (JsonNode item : list.get("items")) {
            ((ObjectNode) item).remove(List.of("headline", "kicker", "image"));
            ((ObjectNode) item).replace("article", item.path("article").path("id"));
        }
        return list;
    }

    private String operate() {
        if (articles.size() < 4 || (articles.size() < MOST_ARTICLES && random.nextInt(6) == 0)) {
            return write();
        }
        String id = any(articles);
        return switch (random.nextInt(9)) {
            case 0 -> change(id, JSON.createObjectNode().put("slug", "moved-" + UUID.randomUUID()));
            case 1 -> change(id, JSON.createObjectNode().set("body", body()));
            case 2 -> change(id, JSON.createObjectNode().put("translationOf", any(articles)));
            case 3 -> change(id, JSON.createObjectNode().putNull("translationOf"));
            case 4 -> withdraw("articles", id, random.nextInt(4) == 0 ? "legal" : "withdrawn");
            case 5 -> list();
            case 6 -> lists.isEmpty() ? list() : withdraw("story-lists", any(lists), "withdrawn");
            default -> change(id, JSON.createObjectNode().put("headline", "Headline " + number));
        };
    }

    private String write() {
        ObjectNode article = JSON.createObjectNode()
                .put("language", any(LANGUAGES))
                .put("headline", "Headline " + number)
                .set("body", body());
        String id = create("articles", article.toString()).get("id").textValue();
        articles.add(id);
        publish("articles", id);
        return "writes " + id;
    }

    private JsonNode body() {
        var body = JSON.createArrayNode()
                .add(JSON.createObjectNode().put("type", "paragraph").put("html", "Text " + number));
        if (!articles.isEmpty() && random.nextBoolean()) {
            body.add(JSON.createObjectNode()
                    .put("type", "related")
                    .set("articles", JSON.createArrayNode().add(any(articles))));
        }
        return body;
    }

    /** Not everything may be done: two translations into one language, for example. */
    private String change(String id, JsonNode change) {
        boolean isTaken = patch("articles", id, "*", change.toString()).statusCode() == 200;
        if (isTaken && random.nextInt(8) > 0) {
            again("articles", id);
        }
        return (isTaken ? "changes " : "may not change ") + id + " " + change;
    }

    private static void again(String collection, String id) {
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"overLegalWithdrawal\": true}")
                .put("/v1/editorial/" + collection + "/" + id + "/publication");
    }

    private static String withdraw(String collection, String id, String kind) {
        editor().header("If-Match", "*").delete("/v1/editorial/" + collection + "/" + id + "/publication?kind=" + kind);
        return "withdraws " + id + " " + kind;
    }

    private String list() {
        var items = JSON.createArrayNode();
        articles.stream()
                .filter(id -> random.nextInt(4) == 0)
                .forEach(id -> items.add(JSON.createObjectNode().put("article", id)));
        if (lists.size() < 3) {
            ObjectNode list =
                    JSON.createObjectNode().put("title", "List " + number).set("items", items);
            lists.add(create("story-lists", list.toString()).get("id").textValue());
            again("story-lists", lists.get(lists.size() - 1));
            return "lists " + items;
        }
        String id = any(lists);
        patch(
                "story-lists",
                id,
                "*",
                JSON.createObjectNode().set("items", items).toString());
        again("story-lists", id);
        return "lists in " + id + " " + items;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
