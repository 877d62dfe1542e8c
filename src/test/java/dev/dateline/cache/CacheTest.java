package dev.dateline.cache;

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
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdInputStream;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Waiting;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers get from memory: the same as from the database, and never what a change has outdated. */
@DatelineTest
class CacheTest {

    private static JsonNode published(String headline) {
        JsonNode draft = create("articles", article("en", headline));
        return publish("articles", draft.get("id").textValue());
    }

    /** A node also hears of its own changes through the log, a moment later, and then asks the database once more. */
    private static void waitForTheLog() {
        AtomicLong seen = new AtomicLong(changesSeen());
        await().during(Duration.ofMillis(300)).until(() -> {
            long now = changesSeen();
            return seen.getAndSet(now) == now;
        });
    }

    private static long changesSeen() {
        return metric("dateline_delivery_generation");
    }

    private static String path(JsonNode article) {
        return "/v1/articles/" + article.get("slug").textValue();
    }

    private static String outcome(String path) {
        return reader().urlEncodingEnabled(false).get(path).header("Cache-Status");
    }

    private static String unique(String text) {
        return text + " " + UUID.randomUUID();
    }

    @Test
    void theSecondReaderIsAnsweredFromMemory() {
        String path = path(published(unique("Twice")));
        waitForTheLog();
        Response first = reader().get(path);
        Response second = reader().get(path);
        assertThat(first.header("Cache-Status")).isEqualTo("Dateline; fwd=uri-miss; stored");
        assertThat(second.header("Cache-Status")).isEqualTo("Dateline; hit");
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : new String[] {"ETag", "Cache-Control", "Content-Type", "Vary"}) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
    }

    @Test
    void everySpellingOfAQuestionSharesOneAnswer() {
        String place = "cache-" + UUID.randomUUID();
        createTag("place", place, place);
        waitForTheLog();
        assertThat(outcome("/v1/articles?tag=" + place + "&limit=3&language=en"))
                .contains("fwd=uri-miss");
        assertThat(outcome("/v1/articles?language=en&limit=3&tag=" + place)).contains("hit");
        assertThat(outcome("/v1/articles?limit=%33&language=%65n&tag=" + place)).contains("hit");
        assertThat(outcome("/v1/articles?limit=4&language=en&tag=" + place)).contains("fwd=uri-miss");
    }

    @Test
    void whatIsSpelledLikeTwoParametersIsNotTakenForThem() {
        reader().get("/v1/articles?language=en&limit=1").then().statusCode(200);
        reader().urlEncodingEnabled(false)
                .get("/v1/articles?language=en%26limit=1")
                .then()
                .statusCode(400);
        reader().urlEncodingEnabled(false)
                .get("/v1/articles?language=en&limit=1&limit=1")
                .then()
                .statusCode(400);
        reader().get("/v1/articles?language=en&limit=1&nonsense=1").then().statusCode(400);
    }

    @Test
    void everyChangeIsSeenByTheNextReader() {
        String topic = "topic-" + UUID.randomUUID();
        JsonNode tag = createTag("topic", topic, "Before " + topic);
        JsonNode article = published(unique("First"));
        String id = article.get("id").textValue();
        String list = publish(
                        "story-lists", createListOf(id, unique("L")).get("id").textValue())
                .get("slug")
                .textValue();
        String single = path(article);
        String byTag = "/v1/articles?tag=" + topic;
        String whole = "/v1/story-lists/" + list;
        for (String path : new String[] {single, byTag, whole, "/v1/tags/" + topic}) {
            reader().get(path);
        }

        patch("articles", id, "*", """
                {"headline": "Second", "tags": ["%s"]}""".formatted(topic));
        assertThat(outcome(single)).as("an edit is not public").contains("hit");
        publish("articles", id);
        assertThat(outcome(single))
                .as("read again, for this reader, or ahead of them and shared with them")
                .matches("Dateline; (fwd=stale; stored|fwd=uri-miss; collapsed|hit).*");
        reader().get(single).then().body("headline", equalTo("Second"));
        reader().get(byTag).then().body("items[0].id", equalTo(id));
        reader().get(whole).then().body("items[0].headline", equalTo("Second"));
        reader().get("/v1/tags/" + topic).then().statusCode(200);

        patch("tags", tag.get("id").textValue(), "*", """
                {"names": {"en": "After"}}""");
        reader().get(single).then().body("tags[0].name", equalTo("After"));
        reader().get(byTag).then().body("items[0].tags[0].name", equalTo("After"));
        reader().get(whole).then().body("items[0].article.tags[0].name", equalTo("After"));

        withdraw("articles", id);
        reader().get(single).then().statusCode(410);
        reader().get(byTag).then().body("items.size()", equalTo(0));
        reader().get(whole).then().body("items.size()", equalTo(0));
        reader().get("/v1/tags/" + topic).then().statusCode(404);
        waitForTheLog();
        reader().get(single);
        assertThat(outcome(single)).as("that it is gone is kept, too").contains("hit");

        publish("articles", id);
        reader().get(single).then().statusCode(200);
        reader().get(byTag).then().body("items[0].id", equalTo(id));
    }

    @Test
    void whatAChangeDoesNotTouchStaysInMemory() {
        String quiet = path(published(unique("Quiet")));
        waitForTheLog();
        reader().get(quiet);
        published(unique("Loud"));
        assertThat(outcome(quiet)).contains("hit");
    }

    @Test
    void nothingIsKeptOnlyUntilSomethingAppears() {
        String headline = unique("Later");
        String slug = headline.toLowerCase(Locale.ROOT).replace(' ', '-');
        reader().get("/v1/articles/" + slug)
                .then()
                .statusCode(404)
                .header("Cache-Control", containsString("s-maxage=10,"))
                .header("Cache-Groups", nullValue());
        assertThat(outcome("/v1/articles/" + slug)).contains("hit");
        create("articles", article("en", headline));
        assertThat(outcome("/v1/articles/" + slug))
                .as("a draft changes nothing")
                .contains("hit");
        published(headline + " x");
        JsonNode article = published(headline + " y");
        patch("articles", article.get("id").textValue(), "*", json("slug", null));
        assertThat(article.get("slug").textValue()).isEqualTo(slug + "-y");
        reader().get("/v1/articles/" + slug).then().statusCode(404);
        reader().get("/v1/articles/" + slug + "-y").then().statusCode(200);
    }

    @Test
    void anotherLanguageThatHadASlugEarlierTakesNothingOver() {
        String slug = "shared-" + UUID.randomUUID();
        JsonNode first = create("articles", article("en", "First"));
        patch("articles", first.get("id").textValue(), "*", json("slug", slug));
        publish("articles", first.get("id").textValue());
        reader().get("/v1/articles/" + slug).then().body("headline", equalTo("First"));
        JsonNode second = create("articles", article("be", "Second"));
        patch("articles", second.get("id").textValue(), "*", json("slug", slug));
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("publishedAt", "2020-01-01T00:00:00Z"))
                .put("/v1/editorial/articles/" + second.get("id").textValue() + "/publication")
                .then()
                .statusCode(200);
        reader().get("/v1/articles/" + slug).then().body("headline", equalTo("First"));
        reader().get("/v1/articles/" + slug + "?body=text").then().body("headline", equalTo("First"));
        reader().get("/v1/articles/" + slug + "?language=be").then().body("headline", equalTo("Second"));
    }

    @Test
    void aTimeInSecondsIsNotSaidBeforeItsSecondIsOver() {
        String path = await("an answer in the second of the publication, whose time it must not say yet")
                .atMost(Duration.ofMinutes(1))
                .until(CacheTest::readBeforeTheSecondOfItsPublicationWasOver, Objects::nonNull);
        Waiting.untilThisSecondIsOver();
        String modified = reader().get(path).header("Last-Modified");
        assertThat(modified).isNotNull();
        reader().header("If-Modified-Since", modified).get(path).then().statusCode(304);
    }

    /** The path of what was published, or null when the machine was too slow for this. */
    private static @Nullable String readBeforeTheSecondOfItsPublicationWasOver() {
        JsonNode draft = create("articles", article("en", unique("Quick")));
        Instant over = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        String path = path(publish("articles", draft.get("id").textValue()));
        Response answer = reader().get(path);
        if (!Instant.now().isBefore(over)) {
            return null;
        }
        answer.then().header("Last-Modified", nullValue());
        return path;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//articles/minsk-bridge-reopens",
                "//v1/articles/minsk-bridge-reopens",
                "/v1/articles/%6dinsk-bridge-reopens",
            })
    void aPathHasOneSpelling(String spelling) throws Exception {
        reader().get("/v1/articles/minsk-bridge-reopens").then().statusCode(200);
        assertThat(raw("GET " + spelling + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Status: Dateline; hit");
    }

    /** A proxy that goes by the beginning of a path would let them through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../metrics",
                "/v1/%2e%2e/metrics",
                "/v1/.%2E/health/ready",
                "/v1/articles/../editorial/articles",
                "/v1/./articles",
                "/v1/..",
                "http://x/v1/../metrics"
            })
    void noPathLeadsElsewhereThanItBegins(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void noSpellingOpensEditorialToOtherPages() throws Exception {
        assertThat(raw(
                        "GET /v1//editorial/articles HTTP/1.1\r\nHost: x\r\nOrigin: https://example.org\r\nAuthorization: Bearer "
                                + Newsroom.ADMIN + "\r\nConnection: close\r\n\r\n"))
                .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", url("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void headersSayNothingOfWhatIsNotPublic() {
        String tag = "operation-" + UUID.randomUUID();
        createTag("topic", tag, tag);
        assertThat(reader().get("/v1/articles?tag=" + tag).header("Surrogate-Key"))
                .isEqualTo(reader().get("/v1/articles?tag=never-was").header("Surrogate-Key"));
        String draft = create("articles", article("en", "Draft")).get("id").textValue();
        JsonNode list = createListOf(draft, unique("L"));
        String slug =
                publish("story-lists", list.get("id").textValue()).get("slug").textValue();
        assertThat(reader().get("/v1/story-lists/" + slug).headers().toString()).doesNotContain(draft);
    }

    @Test
    void aCdnLearnsWhatAnAnswerDependsOn() {
        JsonNode article = published(unique("Groups"));
        String group = "article:" + article.get("id").textValue();
        reader().get(path(article))
                .then()
                .header("Cache-Groups", containsString('"' + group + '"'))
                .header("Surrogate-Key", containsString(group))
                .header("CDN-Cache-Control", containsString("max-age=30"))
                .header("Vary", equalTo("Accept-Encoding"))
                .header("Date", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                      | none
            ''                        | none
            identity                  | none
            gzip                      | gzip
            deflate, gzip, br, zstd   | br
            zstd                      | zstd
            gzip;q=0.5, identity      | none
            """)
    void aReaderGetsTheCodingThatItLikesBest(@Nullable String accepted, @Nullable String expected) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url("/v1/articles/minsk-bridge-reopens"));
        if (accepted != null) {
            request.header("Accept-Encoding", accepted);
        }
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String coding = answer.headers().firstValue("Content-Encoding").orElse(null);
        assertThat(coding).isEqualTo(expected);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        String body = new String(decoded(coding, answer.body()), StandardCharsets.UTF_8);
        assertThat(tree(body).get("slug").textValue()).isEqualTo("minsk-bridge-reopens");
    }

    private static byte[] decoded(@Nullable String coding, byte[] bytes) throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        try (InputStream in = coding == null
                ? plain
                : switch (coding) {
                    case "br" -> new BrotliInputStream(plain);
                    case "zstd" -> new ZstdInputStream(plain);
                    default -> new GZIPInputStream(plain);
                }) {
            return in.readAllBytes();
        }
    }

    private static URI url(String path) {
        return URI.create("http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) + path);
    }

    /** Without the codings that the test's own client would add. */
    private static RequestSpecification accepting(String coding) {
        return reader().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", coding);
    }

    @Test
    void eachCodingHasAnETagOfItsOwn() {
        String path = "/v1/articles/minsk-bridge-reopens";
        String plain = accepting("identity").get(path).header("ETag");
        String gzip = accepting("gzip").get(path).header("ETag");
        assertThat(gzip).isNotEqualTo(plain);
        accepting("gzip")
                .header("If-None-Match", gzip)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", gzip)
                .header("Vary", equalTo("Accept-Encoding"))
                .header("Cache-Control", notNullValue());
        accepting("gzip").header("If-None-Match", plain).get(path).then().statusCode(200);
        assertThat(accepting("br").get(path).header("ETag")).isNotIn(plain, gzip);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {tag} | 304
            W/{tag} | 304
            "a", {tag} | 304
            "a",W/"b" , {tag}, "c" | 304
            * | 304
            "a", "b" | 200
            nonsense | 200
            "unclosed | 200
            {tag}x | 200
            """)
    void ifNoneMatchIsComparedWeaklyAndAsAList(String value, int status) {
        String path = "/v1/articles/minsk-bridge-reopens";
        String tag = accepting("identity").get(path).header("ETag");
        accepting("identity")
                .header("If-None-Match", value.replace("{tag}", tag))
                .header("If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(status);
    }

    @Test
    void ifModifiedSinceCountsWhenThereIsNoETag() {
        String path = "/v1/articles/minsk-bridge-reopens";
        String modified = reader().get(path).header("Last-Modified");
        reader().header("If-Modified-Since", modified).get(path).then().statusCode(304);
        ZonedDateTime time = ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME);
        for (String obsolete : List.of("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")) {
            reader().header(
                            "If-Modified-Since",
                            DateTimeFormatter.ofPattern(obsolete, Locale.ENGLISH)
                                    .format(time))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
        reader().header("If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                .get(path)
                .then()
                .statusCode(200);
        reader().header("If-Modified-Since", "yesterday").get(path).then().statusCode(200);
    }

    @Test
    void aConditionMeansNothingWhereThereIsNothing() {
        reader().header("If-None-Match", "*")
                .get("/v1/articles/never-was")
                .then()
                .statusCode(404);
        reader().header("If-None-Match", "*")
                .get("/v1/articles/never-was")
                .then()
                .statusCode(404);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        String path = path(published(unique("Head")));
        for (int i = 0; i < 2; i++) {
            Response head = accepting("identity").head(path);
            Response get = accepting("identity").get(path);
            assertThat(head.asString()).isEmpty();
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            publish("articles", tree(get.asString()).get("id").textValue());
        }
    }

    @Test
    void whoDoesNotTakeJsonGetsAProblemAndNotAnAnswerFromMemory() {
        String path = "/v1/articles/minsk-bridge-reopens";
        reader().get(path).then().statusCode(200);
        reader().header("Accept", "text/html").get(path).then().statusCode(406);
        reader().header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(path)
                .then()
                .header("Cache-Status", equalTo("Dateline; hit"));
        reader().header("Accept", "text/html, application/json;q=0.5")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void theMemoryOfWhatIsOutdatedIsGivenBackHoweverItWasSent() {
        String paragraph = """
                {"type": "paragraph", "html": "%s"}""".formatted(unique("Word ").repeat(100));
        String body = String.join(", ", Collections.nCopies(30, paragraph));
        JsonNode draft = create("articles", """
                {"language": "en", "headline": "0", "body": [%s]}""".formatted(body));
        String id = draft.get("id").textValue();
        String path = "/v1/articles/" + id;
        long before = memory();
        int size = 0;
        for (int i = 1; i <= 20; i++) {
            patch("articles", id, "*", json("headline", Integer.toString(i)))
                    .then()
                    .statusCode(200);
            publish("articles", id);
            size = reader().get(path).asByteArray().length;
            String etag = reader().get(path).header("ETag");
            reader().header("If-None-Match", etag).get(path).then().statusCode(304);
            reader().header("Accept-Encoding", "gzip").get(path).then().statusCode(200);
            reader().head(path).then().statusCode(200);
        }
        assertThat(size).isGreaterThan(100_000);
        assertThat(memory() - before).isLessThan(3L * size);
    }

    private static long memory() {
        return metric("dateline_delivery_memory_bytes");
    }

    private static long metric(String name) {
        return new BigDecimal(reader().get("/metrics")
                        .asString()
                        .split("\n" + name + " ", 2)[1]
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .longValue();
    }

    @Test
    void whatIsAboutToBeWithdrawnIsKeptByNobodyForLonger() {
        String id = create("articles", article("en", unique("Soon withdrawn")))
                .get("id")
                .textValue();
        JsonNode list = createListOf(id, unique("List of what is soon withdrawn"));
        publish("articles", id);
        publish("story-lists", list.get("id").textValue());
        Instant soon = Instant.now().plusSeconds(20);
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("until", soon))
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(200);
        for (String path : List.of(
                "/v1/articles/" + id,
                "/v1/articles?id=" + id,
                "/v1/articles?limit=5",
                "/v1/story-lists/" + list.get("slug").textValue())) {
            assertThat(longestUse(reader().get(path))).as(path).isBetween(0L, 20L);
        }
        withdraw("articles", id);
        withdraw("story-lists", list.get("id").textValue());
    }

    @Test
    void whatNamesAnArticleThatIsAboutToBeWithdrawnIsKeptByNobodyForLonger() {
        String ends = create("articles", article("en", unique("Named and withdrawn soon")))
                .get("id")
                .textValue();
        String translation = named("\"translationOf\": \"%s\"".formatted(ends));
        String pointing = named(
                "\"body\": [{\"type\": \"paragraph\", \"html\": \"Words\"}, {\"type\": \"related\", \"articles\": [\"%s\"]}]"
                        .formatted(ends));
        List.of(ends, translation, pointing).forEach(id -> publish("articles", id));
        for (String path : List.of(translation, pointing)) {
            assertThat(longestUse(reader().get("/v1/articles/" + path))).isGreaterThan(20L);
        }
        publish("articles", ends, json("until", Instant.now().plusSeconds(20)));
        for (String path :
                List.of("/" + translation, "/" + pointing, "/" + translation + "?body=html", "?id=" + pointing)) {
            assertThat(longestUse(reader().get("/v1/articles" + path))).as(path).isBetween(0L, 20L);
        }
        withdraw("articles", ends);
        assertThat(longestUse(reader().get("/v1/articles/" + translation))).isGreaterThan(20L);
    }

    /** With what names the other one, in place of its own. */
    private static String named(String field) {
        ObjectNode article = (ObjectNode) Newsroom.tree(article("be", unique("Names another")));
        article.setAll((ObjectNode) Newsroom.tree("{" + field + "}"));
        return create("articles", article.toString()).get("id").textValue();
    }

    @Test
    void aCalloutThatIsAboutToBeWithdrawnIsKeptByNobodyForLonger() {
        String placement = "p-" + UUID.randomUUID();
        String id = create("callouts", """
                {"title": "%s", "label": "Go", "url": "https://example.org", "placement": "%s"}""".formatted(unique("Withdrawn soon"), placement))
                .get("id")
                .textValue();
        publish("callouts", id, json("until", Instant.now().plusSeconds(20)));
        assertThat(longestUse(reader().get("/v1/callouts?placement=" + placement)))
                .isBetween(0L, 20L);
        withdraw("callouts", id);
    }

    /** In seconds, by any cache that holds it, fresh or stale. */
    private static long longestUse(Response answer) {
        Map<String, Long> directives = Pattern.compile("([a-z-]+)=([0-9]+)")
                .matcher(answer.header("Cache-Control"))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2))));
        return directives.get("s-maxage")
                + Math.max(directives.get("stale-while-revalidate"), directives.get("stale-if-error"));
    }

    @Test
    void anAnswerIsNotKeptPastTheTimeItIsKnownToChange() {
        String placement = "p-" + UUID.randomUUID();
        String id = create("callouts", """
                {"title": "%s", "label": "Go", "url": "https://example.org", "placement": "%s"}""".formatted(unique("Soon over"), placement))
                .get("id")
                .textValue();
        publish("callouts", id); // the first of a run can take longer than what follows has time
        Instant soon = Instant.now().plusSeconds(5);
        patch("callouts", id, "*", json("until", soon)).then().statusCode(200);
        publish("callouts", id);
        String path = "/v1/callouts?placement=" + placement;
        Response open = reader().get(path);
        assertThat(open.jsonPath().getList("items")).hasSize(1);
        assertThat(open.header("Cache-Control"))
                .containsPattern("s-maxage=[0-5],")
                .contains("stale-while-revalidate=0");
        Waiting.untilAfter(soon.plusMillis(100));
        reader().get(path).then().body("items.size()", equalTo(0));
        withdraw("callouts", id);
    }

    @Test
    void operatorsSeeRoutesAndOutcomes() {
        reader().get("/v1/articles/minsk-bridge-reopens");
        reader().get("/v1/articles/minsk-bridge-reopens");
        String metrics = editor().accept("text/plain")
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(metrics)
                .contains("""
                        dateline_delivery_requests_seconds_count{cache="hit",route="/v1/articles/{}",status="200\"""")
                .contains("dateline_delivery_cache_bytes{kind=\"found\"")
                .contains("dateline_change_listener_silence_seconds")
                .contains("dateline_delivery_generation");
    }

    @Test
    void oneQuestionInTwoSpellingsIsOneAnswer() {
        reader().get("/v1/articles?tag=minsk,-transport&limit=7").then().statusCode(200);
        reader().get("/v1/articles?limit=7&tag=-transport,minsk")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("hit"));
        String next =
                get("/v1/articles?tag=society%7Cminsk&limit=1").get("next").textValue();
        String cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");
        assertThat(get("/v1/articles?tag=minsk%7Csociety&limit=1&cursor=" + cursor)
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void twoLinesOfAcceptEncodingAreOneList() {
        String article = "/v1/articles/minsk-bridge-reopens";
        reader().header("Accept-Encoding", "gzip;q=0.5", "zstd")
                .get(article)
                .then()
                .header("Content-Encoding", "zstd");
        reader().header("Accept-Encoding", "gzip;q=0", "identity")
                .get(article)
                .then()
                .header("Content-Encoding", nullValue());
    }

    @Test
    void whatReadersAskForIsReadAheadOfThemOnceItIsOutdated() throws InterruptedException {
        JsonNode article = published(unique("Read ahead"));
        String path = path(article);
        outcome(path);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            changed(article, "Asked for since it was read");
            return outcome(path).contains("hit");
        });
        changed(article, "Asked for again");
        changed(article, "Asked for by nobody");
        assertThat(outcome(path)).isEqualTo("Dateline; fwd=stale; stored");
        reader().get(path).then().body("headline", equalTo("Asked for by nobody"));
    }

    private static void changed(JsonNode article, String headline) throws InterruptedException {
        String id = article.get("id").textValue();
        patch("articles", id, "*", json("headline", headline)).then().statusCode(200);
        publish("articles", id);
        Thread.sleep(2_000); // for a machine that has much to do
    }
}
