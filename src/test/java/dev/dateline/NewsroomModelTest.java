package dev.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of editorial operations against a simple model of what was published. After each step delivery must
 * equal the model: bodies byte for byte, lists in their exact order, also at instants in the past, and no word of a draft.
 * {@code -Ddateline.test.steps=20000} runs it long, {@code -Ddateline.test.seed=…} repeats a run.
 */
@DatelineTest
class NewsroomModelTest {

    private static final int ARTICLES = 12;
    private static final int LISTS = 4;
    private static final Pattern WORD = Pattern.compile("word[0-9]+x");

    private final long seed = Long.getLong("dateline.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = ConfigProvider.getConfig().getValue("test.url", String.class);
    private final List<Thing> articles = new ArrayList<>();
    private final List<Thing> lists = new ArrayList<>();
    private int words;

    /** What the model knows of an article or a list: its revisions, and which one is public. */
    private static final class Thing {
        private final String id;
        private final List<List<String>> revisions = new ArrayList<>();
        private List<String> published;
        private final Set<String> everPublished = new HashSet<>();
        private boolean wasPublished;
        private String bytes;
        private final TreeMap<Instant, List<String>> history = new TreeMap<>();

        Thing(String id, List<String> first) {
            this.id = id;
            revisions.add(first);
        }

        List<String> current() {
            return revisions.get(revisions.size() - 1);
        }
    }

    @Test
    void deliveryAlwaysEqualsWhatWasPublished() throws Exception {
        int steps = Integer.getInteger("dateline.test.steps", 1_000);
        System.out.println("NewsroomModelTest: -Ddateline.test.seed=" + seed + " -Ddateline.test.steps=" + steps);
        for (int i = 0; i < ARTICLES; i++) {
            String word = word();
            articles.add(new Thing(created("articles", content(word)), List.of(word)));
        }
        for (int i = 0; i < LISTS; i++) {
            lists.add(new Thing(created("story-lists", arrangement(List.of())), List.of()));
        }
        for (int step = 0; step < steps; step++) {
            String deed = random.nextBoolean() ? changeAnArticle() : changeAList();
            Thing article = any(articles);
            checkArticle(article, step + " " + deed);
            Thing list = any(lists);
            checkList(list, step + " " + deed);
            checkThePast(list, step + " " + deed);
        }
    }

    private String word() {
        return "word" + Math.abs(seed % 1_000_000) + words++ + "x";
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String changeAnArticle() throws Exception {
        Thing article = any(articles);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                String word = word();
                patch("articles", article, content(word));
                article.revisions.add(List.of(word));
                yield "edit " + article.id;
            }
            case 3 -> {
                int number = 1 + random.nextInt(article.revisions.size());
                List<String> former = article.revisions.get(number - 1);
                send("POST", "/v1/editorial/articles/" + article.id + "/revisions/" + number + "/restoration", "", 200);
                if (!former.equals(article.current())) {
                    article.revisions.add(former);
                }
                yield "restore " + article.id;
            }
            case 4 -> {
                boolean isPublic = article.published != null;
                send("DELETE", "/v1/editorial/articles/" + article.id + "/publication", "", isPublic ? 200 : 409);
                released(article, null);
                yield "withdraw " + article.id;
            }
            case 5 -> publish("articles", article, 1 + random.nextInt(article.revisions.size()));
            default -> publish("articles", article, article.revisions.size());
        };
    }

    private String changeAList() throws Exception {
        Thing list = any(lists);
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                List<String> chosen = new ArrayList<>();
                for (int i = random.nextInt(8); i > 0; i--) {
                    String id = any(articles).id;
                    if (!chosen.contains(id)) {
                        chosen.add(id);
                    }
                }
                patch("story-lists", list, arrangement(chosen));
                edited(list, chosen);
                yield "replace " + list.id;
            }
            case 2, 3 -> {
                List<String> moved = new ArrayList<>(list.current());
                if (moved.size() > 1) {
                    String entry = entry(list, random.nextInt(moved.size()));
                    String one = moved.remove(indexOf(list, entry));
                    int place = random.nextInt(moved.size() + 1);
                    moved.add(place, one);
                    send(
                            "PUT",
                            "/v1/editorial/story-lists/" + list.id + "/entries/" + entry + "/place",
                            Newsroom.json("position", place + 1),
                            200);
                    edited(list, moved);
                }
                yield "move " + list.id;
            }
            case 4 -> {
                List<String> inserted = new ArrayList<>(list.current());
                String id = any(articles).id;
                if (!inserted.contains(id)) {
                    send("POST", "/v1/editorial/story-lists/" + list.id + "/entries", """
                            {"entry": {"article": "%s"}, "place": {"position": 1}}""".formatted(id), 200);
                    inserted.add(0, id);
                    edited(list, inserted);
                }
                yield "insert " + list.id;
            }
            case 5 -> {
                boolean isPublic = list.published != null;
                send("DELETE", "/v1/editorial/story-lists/" + list.id + "/publication", "", isPublic ? 200 : 409);
                released(list, null);
                yield "withdraw list " + list.id;
            }
            case 6 -> publish("story-lists", list, 1 + random.nextInt(list.revisions.size()));
            default -> publish("story-lists", list, list.revisions.size());
        };
    }

    private static void edited(Thing thing, List<String> content) {
        if (!content.equals(thing.current())) {
            thing.revisions.add(List.copyOf(content));
        }
    }

    private JsonNode copy(Thing list) throws Exception {
        return Newsroom.tree(send("GET", "/v1/editorial/story-lists/" + list.id, "", 200));
    }

    private String entry(Thing list, int index) throws Exception {
        return copy(list).at("/items/" + index + "/id").textValue();
    }

    private int indexOf(Thing list, String entry) throws Exception {
        return copy(list).get("items").findValuesAsText("id").indexOf(entry);
    }

    private String publish(String kind, Thing thing, int revision) throws Exception {
        send(
                "PUT",
                "/v1/editorial/" + kind + "/" + thing.id + "/publication",
                Newsroom.json("revision", revision),
                200);
        released(thing, thing.revisions.get(revision - 1));
        return "publish " + thing.id + " revision " + revision;
    }

    private void released(Thing thing, List<String> content) {
        if (!Objects.equals(thing.published, content)) {
            thing.bytes = null;
        }
        thing.published = content;
        thing.wasPublished |= content != null;
        thing.everPublished.addAll(content == null ? List.of() : content);
        Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        thing.history.put(time, content == null ? List.of("gone") : content);
        while (!Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(time)) {
            Thread.onSpinWait(); // times are kept in milliseconds, and the next step must have another one
        }
    }

    private void checkArticle(Thing article, String after) throws Exception {
        HttpResponse<String> answer = read("/v1/articles/" + article.id + "?body=text");
        if (article.published == null) {
            assertThat(answer.statusCode()).as(after).isEqualTo(article.wasPublished ? 410 : 404);
            return;
        }
        assertThat(answer.statusCode()).as(after).isEqualTo(200);
        JsonNode view = Newsroom.tree(answer.body());
        String word = article.published.get(0);
        assertThat(view.get("headline").textValue()).as(after).isEqualTo("Headline " + word);
        assertThat(view.at("/body/text").textValue()).as(after).isEqualTo("Body " + word);
        ObjectNode lasting = (ObjectNode) view;
        lasting.remove("updatedAt");
        if (article.bytes != null) {
            assertThat(lasting.toString()).as(after).isEqualTo(article.bytes);
        }
        article.bytes = lasting.toString();
        checkWords(answer.body(), after);
    }

    private void checkList(Thing list, String after) throws Exception {
        HttpResponse<String> answer = read("/v1/story-lists/" + list.id);
        if (list.published == null) {
            assertThat(answer.statusCode()).as(after).isEqualTo(list.wasPublished ? 410 : 404);
            return;
        }
        assertThat(shown(answer)).as(after).isEqualTo(nowPublic(list.published));
        checkWords(answer.body(), after);
    }

    /** At an instant in the past: what was published then, of that what was public then and is public now. */
    private void checkThePast(Thing list, String after) throws Exception {
        if (list.history.isEmpty() || list.published == null) {
            return;
        }
        Instant time = any(List.copyOf(list.history.keySet()));
        HttpResponse<String> answer = read("/v1/story-lists/" + list.id + "?at=" + time);
        List<String> then = list.history.get(time);
        if (then.equals(List.of("gone"))) {
            assertThat(answer.statusCode()).as(after).isEqualTo(404);
            return;
        }
        Map<String, Thing> byId = new HashMap<>();
        articles.forEach(article -> byId.put(article.id, article));
        List<String> expected = nowPublic(then).stream()
                .filter(id -> {
                    Map.Entry<Instant, List<String>> state =
                            byId.get(id).history.floorEntry(time);
                    return state != null && !state.getValue().equals(List.of("gone"));
                })
                .toList();
        assertThat(shown(answer)).as(after + " at " + time).isEqualTo(expected);
        checkWords(answer.body(), after);
    }

    private List<String> nowPublic(List<String> ids) {
        return ids.stream()
                .filter(id -> articles.stream().anyMatch(article -> article.id.equals(id) && article.published != null))
                .toList();
    }

    private static List<String> shown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> shown = new ArrayList<>();
        Newsroom.tree(answer.body())
                .get("items")
                .forEach(item -> shown.add(item.at("/article/id").textValue()));
        return shown;
    }

    private void checkWords(String body, String after) {
        Matcher word = WORD.matcher(body);
        while (word.find()) {
            String found = word.group();
            assertThat(articles)
                    .as(after + ": " + found + " was published")
                    .anyMatch(article -> article.everPublished.contains(found));
        }
    }

    private static String content(String word) {
        return """
                {"language": "en", "headline": "Headline %1$s",
                 "body": [{"type": "paragraph", "html": "Body %1$s"}]}""".formatted(word);
    }

    private static String arrangement(List<String> ids) {
        ObjectNode list = Newsroom.JSON.createObjectNode().put("title", "Model");
        list.putArray("items");
        ids.forEach(id -> list.withArray("items").addObject().put("article", id));
        return list.toString();
    }

    private String created(String kind, String json) throws Exception {
        return Newsroom.tree(send("POST", "/v1/editorial/" + kind, json, 201))
                .get("id")
                .textValue();
    }

    private void patch(String kind, Thing thing, String json) throws Exception {
        send("PATCH", "/v1/editorial/" + kind + "/" + thing.id, json, 200);
    }

    private String send(String method, String path, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + Newsroom.ADMIN)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(status);
        return answer.body();
    }

    private HttpResponse<String> read(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
