package dev.dateline.changefeed;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createListOf;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients hear what changes: each change once and in order, whatever the writers do. */
@DatelineTest
class ChangeFeedTest {

    private static String now() {
        return get("/v1/changes?since=now").get("since").textValue();
    }

    /** Everything after an address, to the end. */
    private static List<JsonNode> all(String from) {
        List<JsonNode> all = new ArrayList<>();
        String next = from;
        while (next != null) {
            JsonNode page = get(next);
            page.get("items").forEach(all::add);
            next = page.path("next").textValue();
        }
        return all;
    }

    private static List<JsonNode> of(String id, List<JsonNode> changes) {
        return changes.stream()
                .filter(change -> id.equals(change.path("id").textValue()))
                .toList();
    }

    private static String published(String headline) {
        String id = create("articles", article("en", headline)).get("id").textValue();
        publish("articles", id);
        return id;
    }

    @Test
    void eachChangeSaysWhatHappenedAndWhy() {
        String since = now();
        String id = published("Told to all");
        patch("articles", id, "*", "{\"corrections\": [{\"type\": \"correction\", \"text\": \"It was Tuesday.\"}]}")
                .then()
                .statusCode(200);
        publish("articles", id);
        String slug = get("/v1/articles/" + id).get("slug").textValue();
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id + "/publication?kind=legal")
                .then()
                .statusCode(200);
        List<JsonNode> told = of(id, all(since));
        assertThat(told)
                .extracting(change -> change.get("event").textValue())
                .containsExactly("published", "updated", "withdrawn");
        assertThat(told).extracting(change -> change.path("reason").asText()).containsExactly("", "corrected", "legal");
        assertThat(told).extracting(change -> change.get("href").textValue()).containsOnly("/v1/articles/" + id);
        assertThat(told.get(2).get("slugs")).extracting(JsonNode::textValue).containsExactly(slug);
        assertThat(told.get(0).get("groups")).extracting(JsonNode::textValue).contains("article:" + id, "articles:en");
        assertThat(told.get(0).get("version").longValue())
                .isLessThan(told.get(1).get("version").longValue());
    }

    @Test
    void whatIsNotPublicIsNotTold() {
        String since = now();
        String draft = create("articles", article("en", "Draft only")).get("id").textValue();
        patch("articles", draft, "*", json("headline", "Draft still")).then().statusCode(200);
        String tag = createTag("topic", "secret-" + draft, "Secret " + draft)
                .get("id")
                .textValue();
        assertThat(all(since)).extracting(change -> change.path("id").asText()).doesNotContain(draft, tag);
        assertThat(all("/v1/changes?kind=tag&limit=100"))
                .extracting(change -> change.path("id").asText())
                .doesNotContain(tag);
    }

    @Test
    void aStartTellsAllThatIsPublicOnceAndTheLogGoesOnFromThere() {
        String kept = published("Was there before");
        String gone = published("Was there, and gone");
        withdraw("articles", gone);
        JsonNode page = get("/v1/changes?limit=50&kind=article");
        List<JsonNode> told = new ArrayList<>();
        String late = null;
        while (true) {
            page.get("items").forEach(told::add);
            if (late == null) {
                late = published("Came while somebody started");
                patch("articles", kept, "*", json("headline", "Changed meanwhile"))
                        .then()
                        .statusCode(200);
                publish("articles", kept);
            }
            if (!page.has("next")) {
                break;
            }
            assertThat(page.has("since")).isFalse();
            page = get(page.get("next").textValue());
        }
        assertThat(told).extracting(change -> change.get("id").textValue()).doesNotHaveDuplicates();
        assertThat(of(gone, told)).isEmpty();
        List<JsonNode> after = all(page.get("since").textValue());
        assertThat(of(late, after)).hasSize(1);
        assertThat(of(kept, after)).hasSize(1);
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        String tag = "followed-" + UUID.randomUUID();
        String group =
                "tag:" + createTag("topic", tag, "Followed " + tag).get("id").textValue();
        String plain = published("Plain news");
        String about = create("articles", """
                {"language": "be", "headline": "Пра тэму", "tags": ["%s"], "body": [{"type": "paragraph", "html": "x"}]}
                """.formatted(tag)).get("id").textValue();
        publish("articles", about);
        JsonNode list = createListOf(plain, "List " + tag);
        String since = now();
        publish("articles", patched(about, "Пра тэму зноў"));
        publish("articles", patched(plain, "Plain again"));
        publish("story-lists", list.get("id").textValue());
        String slug = list.get("slug").textValue();
        assertThat(ids(since + "&tag=" + tag)).containsExactly(about);
        assertThat(ids(since + "&language=be&kind=article")).contains(about).doesNotContain(plain);
        assertThat(ids(since + "&list=" + slug)).containsExactly(list.get("id").textValue());
        List<JsonNode> touching = all(since + "&groups=article:" + plain + ",article:" + about);
        assertThat(touching)
                .extracting(change -> change.get("groups").toString())
                .containsExactly("[\"article:" + about + "\"]", "[\"article:" + plain + "\"]");
        patch("articles", about, "*", "{\"tags\": []}").then().statusCode(200);
        publish("articles", about);
        assertThat(ids(since + "&kind=article&groups=" + group)).containsExactly(about, about);
    }

    private static String patched(String id, String headline) {
        patch("articles", id, "*", json("headline", headline)).then().statusCode(200);
        return id;
    }

    private static List<String> ids(String from) {
        return all(from).stream().map(change -> change.get("id").textValue()).toList();
    }

    @Test
    void aTagThatReadersKnewIsTakenAwayAndOneThatLeadsToAnotherIsFollowedWithIt() {
        String known = "known-" + UUID.randomUUID();
        String gone = create("tags", """
                {"type": "topic", "slug": "%s", "names": {"en": "%s"}, "announced": true}""".formatted(known, known)).get("id").textValue();
        String into = "into-" + known;
        createTag("topic", into, into);
        String from =
                createTag("topic", "from-" + known, "from-" + known).get("id").textValue();
        String article =
                create("articles", """
                {"language": "en", "headline": "%s", "tags": ["%s"], "body": [{"type": "paragraph", "html": "x"}]}
                """.formatted(known, from)).get("id").textValue();
        publish("articles", article);
        String since = now();
        editor().header("If-Match", "*")
                .delete("/v1/editorial/tags/" + gone)
                .then()
                .statusCode(204);
        assertThat(of(gone, all(since)))
                .extracting(change -> change.get("event").textValue())
                .containsExactly("withdrawn");
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"into\": \"%s\"}".formatted(into))
                .put("/v1/editorial/tags/" + from + "/merge")
                .then()
                .statusCode(200);
        assertThat(ids("/v1/changes?kind=article&tag=" + into)).containsExactly(article);
    }

    @Test
    void anArticleComesWithItsChangeWhenAskedFor() {
        String since = now();
        String id = published("Brought along");
        assertThat(of(id, all(since + "&view=card")).get(0).at("/item/headline").textValue())
                .isEqualTo("Brought along");
        assertThat(of(id, all(since + "&view=full&body=text"))
                        .get(0)
                        .at("/item/body/text")
                        .isTextual())
                .isTrue();
        withdraw("articles", id);
        assertThat(of(id, all(since + "&view=card"))).noneMatch(change -> change.has("item"));
    }

    /** {@code -Ddateline.test.changes=100000 -Ddateline.test.writers=16 -Ddateline.test.longest=5000} runs it long. */
    @Test
    void readersHearEachChangeOnceAndInOrderWhileManyWriteInTransactionsOfAnyLength() throws Exception {
        String since = now();
        int writers = Integer.getInteger("dateline.test.writers", 8);
        int each = Integer.getInteger("dateline.test.changes", 320) / writers;
        int readers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers + readers);
        List<Future<List<UUID>>> written = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            written.add(threads.submit(writer(i, each)));
        }
        List<Future<List<String>>> read = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            read.add(threads.submit(() -> follow(since, writers * each)));
        }
        List<String> expected = new ArrayList<>();
        for (Future<List<UUID>> one : written) {
            one.get().forEach(id -> expected.add(id.toString()));
        }
        for (Future<List<String>> one : read) {
            assertThat(one.get().stream().sorted().toList())
                    .isEqualTo(expected.stream().sorted().toList());
        }
        for (Future<List<String>> one : read) {
            assertThat(one.get()).isEqualTo(read.get(0).get());
        }
        threads.shutdown();
    }

    private static Callable<List<UUID>> writer(int seed, int count) {
        return () -> {
            Random random = new Random(seed);
            List<UUID> ids = new ArrayList<>();
            Config config = ConfigProvider.getConfig();
            int longest = Integer.getInteger("dateline.test.longest", 500);
            try (Connection connection = DriverManager.getConnection(
                    config.getValue("quarkus.datasource.jdbc.url", String.class),
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class))) {
                connection.setAutoCommit(false);
                for (int i = 0; i < count; i++) {
                    UUID id = UUID.randomUUID();
                    try (Statement begin = connection.createStatement()) {
                        begin.execute("select pg_current_xact_id()");
                    }
                    Thread.sleep(random.nextInt(longest / 25) == 0 ? longest : random.nextInt(20));
                    try (PreparedStatement insert = connection.prepareStatement("insert into change"
                            + " (kind, target_id, event, groups) values ('callout', ?, 'UPDATED', '{callouts}')")) {
                        insert.setObject(1, id);
                        insert.execute();
                    }
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        ids.add(id);
                    }
                }
            }
            return Collections.unmodifiableList(ids);
        };
    }

    /** Polls until nothing has come for a while. */
    private static List<String> follow(String since, int most) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        String from = since + "&kind=callout&limit=" + Math.max(7, Math.min(100, most / 100));
        int patience = Integer.getInteger("dateline.test.longest", 500) / 25 + 20;
        for (int quiet = 0; quiet < patience && heard.size() < most; ) {
            JsonNode page = get(from);
            page.get("items").forEach(change -> heard.add(change.get("id").textValue()));
            quiet = page.get("items").isEmpty() ? quiet + 1 : 0;
            from = page.get("since").textValue();
            if (page.get("items").isEmpty()) {
                Thread.sleep(50);
            }
        }
        return heard;
    }

    @ParameterizedTest
    @CsvSource({
        "since=x, since",
        "since=now&cursor=x, cursor",
        "cursor=x, cursor",
        "kind=foo, kind",
        "tag=never-was, tag",
        "tag=A B, tag",
        "groups=a\"b, groups",
        "view=huge, view",
        "body=html, body",
        "list=Not A Slug, list",
        "language=!!, language",
        "limit=0, limit",
        "colour=red, colour",
    })
    void badQuestionsAreRefused(String query, String parameter) {
        reader().get("/v1/changes?" + query).then().statusCode(400).body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void aCursorOfAStartGoesOnlyWithItsQuestion() {
        published("One");
        published("Two");
        String next = get("/v1/changes?limit=1").get("next").textValue();
        reader().urlEncodingEnabled(false)
                .get(next + "&kind=article")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }
}
