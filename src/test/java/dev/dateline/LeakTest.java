package dev.dateline;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Nothing that is not public shows in any answer, whatever is asked. */
@DatelineTest
class LeakTest {

    private static final int EACH = 120;
    private static final int REQUESTS = 9_000;
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Addresses whose answers can be had in other forms; a search gives back its words in its title. */
    private static final Pattern FORMS =
            Pattern.compile("/v1/(articles(/[^/?]+(/related)?)?|(story-lists|fronts)/[^/?]+)(\\?.*)?");

    private final Random random = new Random(seed());
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = ConfigProvider.getConfig().getValue("test.url", String.class);
    private final String mark = "leak" + Long.toString(random.nextInt(1, Integer.MAX_VALUE), 36);
    private final List<String> tags = new ArrayList<>();
    private final Set<String> publicIds = new LinkedHashSet<>();
    private final List<String> hiddenIds = new ArrayList<>();
    private final List<String> slugs = new ArrayList<>();
    private final List<String> cursors = Collections.synchronizedList(new ArrayList<>());

    /** Hidden things of other kinds than articles, by their collection. */
    private final Map<String, List<String>> hiddenOthers = new TreeMap<>();

    /** Hidden things that were public once: that they are gone is told to whoever follows. */
    private final Set<String> gone = new LinkedHashSet<>();

    private final Set<String> answersWithWords = ConcurrentHashMap.newKeySet();
    private Instant published = Instant.EPOCH;

    private static long seed() {
        long seed = Long.getLong("dateline.test.seed", System.nanoTime());
        System.out.println("LeakTest: -Ddateline.test.seed=" + seed);
        return seed;
    }

    @Test
    void noRequestShowsATraceOfWhatIsNotPublic() throws Exception {
        prepare();
        // Several readers at a time, as in life, and because one alone would leave the processors idle.
        long answered = IntStream.range(0, REQUESTS)
                .parallel()
                .filter(number -> isAnswered(request()))
                .count();
        assertThat(answered).as("most requests make sense").isGreaterThan(REQUESTS / 2);
        assertThat(answersWithWords)
                .as("everywhere something is found that is public")
                .contains(
                        "alerts",
                        "articles",
                        "callouts",
                        "changes",
                        "corrections",
                        "fronts",
                        "search",
                        "sitemaps",
                        "story-lists",
                        "suggest",
                        "tags");
    }

    private boolean isAnswered(String request) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + request)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(request).isIn(200, 307, 308, 400, 404, 410);
            check(request, answer);
            return answer.statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request, e);
        }
    }

    private void prepare() {
        for (int i = 0; i < 8; i++) {
            String slug = mark + "-tag-" + i;
            createTag("topic", slug, slug);
            tags.add(slug);
        }
        String secretTag = "hidden" + mark;
        create("tags", """
                {"type": "topic", "slug": "%1$s", "names": {"en": "%1$s"}, "parents": ["%2$s"]}""".formatted(secretTag, tags.get(0)));
        for (int i = 0; i < EACH * 4; i++) {
            int kind = i % 4;
            ObjectNode content =
                    (ObjectNode) Newsroom.tree(Newsroom.article(kind % 2 == 0 ? "en" : "ru", word(kind) + i));
            content.put("lead", word(kind)).put("slug", mark + "-" + i);
            content.withArray("tags")
                    .add(tags.get(random.nextInt(tags.size())))
                    .add(tags.get(random.nextInt(tags.size())));
            if (kind != 0) {
                content.withArray("tags").add(secretTag);
            }
            if (kind == 2) {
                content.put("embargoedUntil", "2090-01-01T00:00:00Z");
            }
            if (i % 10 < 4) {
                content.withArray("corrections")
                        .addObject()
                        .put("type", "update")
                        .put("text", word(kind));
            }
            if (kind == 0 && !hiddenIds.isEmpty()) {
                content.withArray("body")
                        .addObject()
                        .put("type", "related")
                        .putArray("articles")
                        .add(anyOf(hiddenIds));
                content.put("translationOf", anyOf(hiddenIds));
            }
            String id = create("articles", content.toString()).get("id").textValue();
            slugs.add(mark + "-" + i);
            if (kind == 0 || kind == 3) {
                publish("articles", id);
            }
            if (kind == 3) {
                withdraw("articles", id);
                gone.add(id);
            }
            (kind == 0 ? publicIds : hiddenIds).add(id);
        }
        for (String id : publicIds) {
            if (random.nextInt(4) == 0) {
                Newsroom.patch("articles", id, "*", Newsroom.json("headline", "hidden" + mark + " edit"))
                        .then()
                        .statusCode(200);
            }
        }
        ObjectNode list = Newsroom.JSON.createObjectNode().put("title", "Mixed").put("slug", mark + "-list");
        for (int i = 0; i < 40; i++) {
            list.withArray("items")
                    .addObject()
                    .put("article", i % 2 == 0 ? anyOf(hiddenIds) : anyOf(List.copyOf(publicIds)));
        }
        publish("story-lists", create("story-lists", list.toString()).get("id").textValue());
        JsonNode rule = create("story-lists", """
                {"title": "Rule", "slug": "%s-rule", "rule": {"language": "en", "limit": 50}}""".formatted(mark));
        publish("story-lists", rule.get("id").textValue());
        JsonNode front = create("fronts", """
                {"title": "Front", "slug": "%1$s-front",
                 "sections": [{"list": "%1$s-list"}, {"list": "%1$s-rule"}]}""".formatted(mark));
        publish("fronts", front.get("id").textValue());
        prepareOtherKinds();
        published = Instant.now();
    }

    /** Of each kind one that is public, one that never was, one that was withdrawn, and what only an editor sees of the first. */
    private void prepareOtherKinds() {
        String page = create("articles", """
                {"kind": "live", "language": "en", "headline": "%s live", "slug": "%s-live",
                 "body": [{"type": "paragraph", "html": "Words"}]}""".formatted(word(0), mark)).get("id").textValue();
        publish("articles", page);
        publicIds.add(page);
        prepare("live-updates", """
                {"article": "%s", "title": "%%s", "body": [{"type": "paragraph", "html": "%%<s"}]}""".formatted(page));
        prepare("callouts", """
                {"title": "%s", "label": "%<s", "url": "https://example.org", "placement": "leak"}""");
        prepare("alerts", """
                {"headline": "%s", "text": "%<s", "expiresAt": "2036-01-01T00:00:00Z"}""");
        prepare("story-lists", """
                {"title": "%s"}""");
        prepare("fronts", """
                {"title": "%s", "sections": [{"placement": "leak"}]}""");
        String later = create("callouts", """
                {"title": "%s", "label": "x", "url": "https://example.org", "placement": "leak", "from": "2090-01-01T00:00:00Z"}""".formatted(word(1))).get("id").textValue();
        publish("callouts", later);
        hiddenOthers.get("callouts").add(later);
    }

    private void prepare(String collection, String content) {
        String shown = createOne(collection, content, word(0));
        publish(collection, shown);
        if (!collection.equals("alerts")) { // what was sent stays as it is
            Newsroom.patch(collection, shown, "*", Newsroom.json("title", word(1)))
                    .then()
                    .statusCode(200);
        }
        String draft = createOne(collection, content, word(1));
        String withdrawn = createOne(collection, content, word(1));
        publish(collection, withdrawn);
        withdraw(collection, withdrawn);
        gone.add(withdrawn);
        hiddenOthers.put(collection, new ArrayList<>(List.of(draft, withdrawn)));
    }

    private static String createOne(String collection, String content, String words) {
        return create(collection, content.formatted(words)).get("id").textValue();
    }

    private String word(int kind) {
        return (kind == 0 ? "public" : "hidden") + mark + " ";
    }

    private <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private synchronized String request() {
        String request = requestInJson();
        return random.nextInt(4) == 0 && FORMS.matcher(request).matches() ? inAnotherForm(request) : request;
    }

    private String inAnotherForm(String request) {
        String[] parts = request.split("\\?", 2);
        String form = anyOf(List.of("atom", "rss", "jsonfeed", "jsonld", "ninjs", "ninjs2", "md", "txt"));
        String query = parts.length == 1 ? "" : parts[1].replaceAll("&?(view|body|count)=[a-z]*", "");
        return parts[0] + "." + form + (query.isEmpty() ? "" : "?" + query);
    }

    private String requestInJson() {
        return switch (random.nextInt(27)) {
            case 0 ->
                "/v1/articles/" + anyOf(slugs)
                        + maybe("?body=" + anyOf(List.of("blocks", "html", "markdown", "text", "none")));
            case 1 ->
                "/v1/articles/" + anyOf(random.nextBoolean() ? hiddenIds : List.copyOf(publicIds))
                        + maybe("?language=" + anyOf(List.of("en", "ru", "auto")));
            case 2 ->
                "/v1/articles?id=" + anyOf(hiddenIds) + "," + anyOf(List.copyOf(publicIds)) + "&view=full&body=html";
            case 3 -> "/v1/story-lists/" + mark + "-list";
            case 4 -> "/v1/tags/" + (random.nextBoolean() ? anyOf(tags) : "hidden" + mark);
            case 5 -> "/v1/tags?limit=" + (1 + random.nextInt(100));
            case 7 -> "/v1/fronts/" + mark + "-front" + maybe("?at=" + published);
            case 8 -> "/v1/story-lists/" + mark + anyOf(List.of("-list", "-rule")) + "?at=" + published;
            case 9 -> "/v1/corrections?limit=100" + maybe("&language=en");
            case 6 -> cursors.isEmpty() ? "/v1/articles?limit=1" : anyOf(cursors);
            case 16, 17 ->
                "/v1/search?q=" + anyOf(List.of("hidden", "public", "-public")) + mark + maybe("&order=newest")
                        + maybe("&tag=" + anyOf(tags)) + maybe("&limit=40")
                        + maybe("&highlight=true") + maybe("&facets=tag,language,month");
            case 18 -> "/v1/search?q=" + anyOf(List.of("hiddem", "hiden", "publik")) + mark;
            case 19 -> "/v1/suggest?q=" + anyOf(List.of("hid", "hidden", "hiddem", "public", "ршввут")) + maybe(mark);
            case 20 ->
                "/v1/articles/" + anyOf(random.nextBoolean() ? hiddenIds : slugs) + "/related" + maybe("?limit=40");
            case 21 -> "/v1/changes" + maybe("?view=card&limit=100");
            case 22 ->
                "/v1/"
                        + anyOf(List.of(
                                "alerts", "callouts", "callouts?placement=leak", "site", "fronts", "story-lists"));
            case 23 -> "/v1/sitemaps/" + anyOf(List.of("index", "news")) + ".xml";
            case 24 ->
                "/v1/articles/" + mark + "-live"
                        + anyOf(List.of("", "/updates", "/updates?order=oldest", "?body=html"));
            case 25 -> "/v1/articles/" + mark + "-live/updates/" + anyOf(hiddenOthers.get("live-updates"));
            case 26 -> {
                String collection = anyOf(List.of("story-lists", "fronts"));
                yield "/v1/" + collection + "/" + anyOf(hiddenOthers.get(collection));
            }
            default -> "/v1/articles?" + filters();
        };
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private String filters() {
        String tag =
                switch (random.nextInt(6)) {
                    case 0 -> "hidden" + mark;
                    case 1 -> anyOf(tags) + "," + anyOf(tags);
                    case 2 -> anyOf(tags) + "%7Chidden" + mark;
                    case 3 -> anyOf(tags) + ",-hidden" + mark + maybe("/*");
                    case 4 -> anyOf(tags) + "/*" + maybe("%7Chidden" + mark + "/*");
                    default -> anyOf(tags);
                };
        return "tag=" + tag
                + maybe("&language=" + anyOf(List.of("en", "ru", "be", "auto")))
                + maybe("&order=" + anyOf(List.of("newest", "oldest", "updated")))
                + maybe("&count=" + anyOf(List.of("exact", "estimated")))
                + maybe("&view=full&body=" + anyOf(List.of("blocks", "html", "text")))
                + maybe("&published-after=2020-01-01")
                + "&limit=" + (1 + random.nextInt(40));
    }

    private void check(String request, HttpResponse<String> answer) {
        String everything =
                withoutEcho(request, answer.body()) + answer.headers().map();
        assertThat(everything).as(request).doesNotContain("hidden" + mark + " ").doesNotContain("\"hidden" + mark);
        if (!request.contains("id=")) {
            String path =
                    request.split("\\?", 2)[0]; // where language=auto leads on, the reader's own words are given back
            Set<String> shown = UUIDS.matcher(answer.statusCode() == 307 ? everything.replace(path, "") : everything)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
            shown.removeIf(id -> !isHidden(id) || (isTold(request) && gone.contains(id)));
            assertThat(shown).as(request).isEmpty();
        }
        if (answer.statusCode() == 200 && answer.body().contains(mark)) {
            answersWithWords.add(request.replaceFirst("/v1/([a-z-]+).*", "$1"));
        }
        if (answer.statusCode() == 200 && request.startsWith("/v1/search?q=hidden")) {
            assertThat(Newsroom.tree(answer.body()).get("items")).as(request).isEmpty();
            assertThat(Newsroom.tree(answer.body()).at("/count/value").asInt())
                    .as(request)
                    .isZero();
        }
        if (answer.statusCode() != 200 || !request.startsWith("/v1/articles?")) {
            return;
        }
        JsonNode page = Newsroom.tree(answer.body());
        page.path("items")
                .forEach(item -> assertThat(publicIds)
                        .as(request)
                        .contains(item.get("id").textValue()));
        if (page.has("count")) {
            assertThat(page.at("/count/value").intValue()).as(request).isLessThanOrEqualTo(publicIds.size());
        }
        if (request.contains("tag=hidden" + mark + "&")) {
            assertThat(page.get("items")).as(request).isEmpty();
            assertThat(page.path("count").path("value").asInt()).as(request).isZero();
        }
        for (String way : List.of("next", "previous")) {
            if (page.has(way) && cursors.size() < 500) {
                cursors.add(page.get(way).textValue());
            }
        }
    }

    private boolean isHidden(String id) {
        return hiddenIds.contains(id) || hiddenOthers.values().stream().anyMatch(others -> others.contains(id));
    }

    /** Whether it tells followers what is gone, by its id alone. */
    private static boolean isTold(String request) {
        return request.startsWith("/v1/changes");
    }

    /** A filter's words that lead nowhere are given back: hidden ones like those that never were, and none but the reader's. */
    private static String withoutEcho(String request, String body) {
        Matcher unknown = Pattern.compile("\"unknown\":\\[([^\\]]*)]").matcher(body);
        if (!unknown.find()) {
            return body;
        }
        for (String word : unknown.group(1).replace("\"", "").split(",", -1)) {
            assertThat(request).contains(word);
        }
        return unknown.replaceFirst("");
    }

    @Test
    void whatIsHiddenAnswersLikeWhatNeverWas() {
        String draft = create("articles", Newsroom.article("en", "Like never"))
                .get("slug")
                .textValue();
        String tag = "unused-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        assertThat(Newsroom.reader().get("/v1/articles/" + draft).asString())
                .isEqualTo(Newsroom.reader().get("/v1/articles/never-" + draft).asString());
        assertThat(Newsroom.reader().get("/v1/tags/" + tag).asString())
                .isEqualTo(Newsroom.reader().get("/v1/tags/never-" + tag).asString());
        assertThat(Newsroom.reader().get("/v1/articles?count=exact&tag=" + tag).asString())
                .isEqualTo(Newsroom.reader()
                        .get("/v1/articles?count=exact&tag=never-" + tag)
                        .asString()
                        .replace("never-", ""));
    }
}
