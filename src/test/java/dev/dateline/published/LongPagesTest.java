package dev.dateline.published;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.longArticle;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of whole bodies ends when it is long, with fewer items than were asked for, and leads on. */
@DatelineTest
class LongPagesTest {

    /** Some 390 KB a body, so that two go on a page. */
    private static final int PARAGRAPHS = 280;

    /** Some 280 KB, the longest update there may be, so that three go on a page. */
    private static final int PARAGRAPHS_OF_AN_UPDATE = 200;

    private static final int LONGEST_ANSWER = PageRoom.MOST_BYTES + 10_000;

    private final String tag = "long-" + UUID.randomUUID();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void fiveLongArticles() {
        createTag("topic", tag, tag);
        for (int i = 0; i < 5; i++) {
            ids.add(create(
                            "articles",
                            longArticle("Long " + i, PARAGRAPHS).replaceFirst("\\{", "{\"tags\": [\"" + tag + "\"], "))
                    .get("id")
                    .textValue());
        }
    }

    @Test
    void listsAreReadToTheirEndAndBack() {
        ids.forEach(id -> publish("articles", id));
        String oldest = "/v1/articles?view=full&body=blocks&limit=100&order=oldest&tag=" + tag;

        assertThat(pages(oldest)).hasSize(3);
        assertThat(all(oldest)).isEqualTo(ids);
        assertThat(all("/v1/articles?view=full&body=html&limit=3&tag=" + tag)).isEqualTo(reversed());

        JsonNode last = pages(oldest).get(2);
        JsonNode before = get(last.get("previous").textValue());
        assertThat(idsOf(before)).isEqualTo(ids.subList(2, 4));
        assertThat(idsOf(get(before.get("previous").textValue()))).isEqualTo(ids.subList(0, 2));
        assertThat(get("/v1/articles?view=full&limit=100&tag=" + tag).get("items"))
                .as("without bodies they are short")
                .hasSize(5);
    }

    @Test
    void ofArticlesByTheirIdsTheRestIsTheNextPage() {
        ids.forEach(id -> publish("articles", id));
        String unknown = UUID.randomUUID().toString();
        List<String> wanted = new ArrayList<>(reversed());
        wanted.add(unknown);
        String batch = "/v1/articles?view=full&body=text&id=" + String.join(",", wanted);

        List<JsonNode> pages = pages(batch);

        assertThat(pages).hasSize(3);
        assertThat(all(batch)).isEqualTo(reversed());
        assertThat(pages.get(0).get("missing")).isEmpty();
        assertThat(pages.get(2).get("missing")).extracting(JsonNode::textValue).containsExactly(unknown);
    }

    @Test
    void feedsLeadOnToo() {
        ids.forEach(id -> publish("articles", id));
        List<String> found = new ArrayList<>();
        String next = "/v1/articles.json?limit=100&tag=" + tag;
        while (next != null) {
            JsonNode feed = tree(reader().accept("application/feed+json")
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            feed.get("items").forEach(item -> found.add(item.get("id").textValue()));
            next = feed.path("next_url").textValue();
        }
        assertThat(found).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(found.get(i)).contains(reversed().get(i));
        }
    }

    @Test
    void aFeedOfAListHasAllOfItAndNoLongArticleKeepsAShortOneOut() {
        ids.add(create("articles", longArticle("Long too", PARAGRAPHS))
                .get("id")
                .textValue());
        ids.add(create("articles", article("en", "A short one")).get("id").textValue());
        ids.forEach(id -> publish("articles", id));
        String items = ids.stream().map(id -> "{\"article\": \"" + id + "\"}").collect(Collectors.joining(", "));
        JsonNode list = create(
                "story-lists",
                "{\"title\": \"Long\", \"language\": \"en\", \"slug\": \"" + tag + "\", \"items\": [" + items + "]}");
        publish("story-lists", list.get("id").textValue());
        JsonNode feed = tree(reader().get("/v1/story-lists/" + tag + ".jsonfeed")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(feed.get("items"))
                .extracting(item -> item.has("content_html"))
                .containsExactly(true, true, true, true, true, false, true);
    }

    @Test
    void whoFollowsChangesWithWholeArticlesMissesNone() {
        String since = get("/v1/changes?since=now").get("since").textValue();
        ids.forEach(id -> publish("articles", id));

        List<String> told = new ArrayList<>();
        int pages = 0;
        for (String next = since + "&view=full&body=blocks&kind=article&limit=100"; next != null; pages++) {
            JsonNode page = read(next);
            page.get("items").forEach(change -> {
                assertThat(change.path("item").path("body").path("blocks"))
                        .as("of %s", change.get("id"))
                        .isNotEmpty();
                told.add(change.get("id").textValue());
            });
            next = page.path("next").textValue();
        }

        assertThat(told).containsAll(ids);
        assertThat(pages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void updatesOfALivePageLeadOn() {
        String page = create("articles", article("en", "Live " + tag).replaceFirst("\\{", "{\"kind\": \"live\", "))
                .get("id")
                .textValue();
        publish("articles", page);
        String address = "/v1/articles/" + page + "/updates";
        String since = get(address + "?body=blocks").get("since").textValue();
        String body =
                tree(longArticle("x", PARAGRAPHS_OF_AN_UPDATE)).get("body").toString();
        List<String> updates = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            updates.add(create("live-updates", "{\"article\": \"" + page + "\", \"body\": " + body + "}")
                    .get("id")
                    .textValue());
            publish("live-updates", updates.get(i));
        }

        assertThat(all(address + "?body=blocks&order=oldest")).isEqualTo(updates);
        assertThat(all(since)).isEqualTo(updates);

        JsonNode embedded = get("/v1/articles/" + page + "?body=blocks").get("updates");
        List<String> found = new ArrayList<>();
        embedded.get("latest").forEach(update -> found.add(update.get("id").textValue()));
        assertThat(found).hasSize(3);
        found.addAll(all(embedded.get("next").textValue()));
        Collections.reverse(found);
        assertThat(found).isEqualTo(updates);
    }

    private List<String> reversed() {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private static JsonNode read(String address) {
        String json = reader().get(address).then().statusCode(200).extract().asString();
        assertThat(json.length()).isLessThan(LONGEST_ANSWER);
        return tree(json);
    }

    private static List<JsonNode> pages(String address) {
        List<JsonNode> pages = new ArrayList<>();
        for (String next = address;
                next != null;
                next = pages.get(pages.size() - 1).path("next").textValue()) {
            pages.add(read(next));
        }
        return pages;
    }

    private static List<String> all(String address) {
        return pages(address).stream().flatMap(page -> idsOf(page).stream()).toList();
    }

    private static List<String> idsOf(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }
}
