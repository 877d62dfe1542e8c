package dev.dateline.media;

import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pictures, from the upload to the reader. */
@DatelineTest
class ImageTest {

    private static final AtomicInteger SEED = new AtomicInteger((int) System.nanoTime());

    private static JsonNode uploaded() {
        return Pictures.upload(Pictures.jpeg(1_000, 500, SEED.incrementAndGet()));
    }

    private static String article(String fields) {
        return Newsroom.create("articles", """
                {"language": "en", "headline": "A picture %d", "body": [{"type": "paragraph", "html": "One."}], %s}""".formatted(SEED.incrementAndGet(), fields))
                .get("id")
                .textValue();
    }

    private static JsonNode read(String article) {
        return Newsroom.tree(reader().get("/v1/articles/" + article).asString());
    }

    private static String address(JsonNode image, String crop, String width, String format) {
        return image.at("/renditions/template")
                .textValue()
                .replace("{crop}", crop)
                .replace("{width}", width)
                .replace("{format}", format);
    }

    @Test
    void anUploadedPictureIsShownInEverySizeOnceSomethingPublishedShowsIt() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\", \"alt\": \"Four quarters\"}");
        Newsroom.publish("articles", article);

        JsonNode image = read(article).get("image");
        Response full = reader().get(image.get("url").textValue());
        Response square = reader().get(address(image, "1x1", "320", "webp"));

        assertThat(image.get("alt").textValue()).isEqualTo("Four quarters");
        assertThat(image.has("id")).isFalse();
        assertThat(image.get("width").intValue()).isEqualTo(1_000);
        assertThat(image.at("/renditions/widths").toString()).isEqualTo("[160,320,480,640,800,1000]");
        full.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=604800, s-maxage=30, immutable")
                .header("CDN-Cache-Control", "public, max-age=30")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(Pictures.decoded(full.asByteArray()).getWidth())
                .as("never enlarged")
                .isEqualTo(1_000);
        square.then().statusCode(200).contentType("image/webp");
        BufferedImage decoded = Pictures.decoded(square.asByteArray());
        assertThat(decoded.getWidth()).isEqualTo(320);
        assertThat(decoded.getHeight()).isEqualTo(320);
        reader().get(address(image, "1x1", "320", "webp")).then().header("Cache-Status", containsString("hit"));
    }

    @Test
    void aCropStandsAroundTheFocalPointOfTheArticle() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\", \"focalPoint\": {\"x\": 1, \"y\": 0}}");
        Newsroom.publish("articles", article);

        byte[] bytes = reader().get(address(read(article).get("image"), "1x1", "160", "jpg"))
                .asByteArray();

        Color corner = new Color(Pictures.decoded(bytes).getRGB(40, 40));
        assertThat(corner.getGreen()).as("the right half, at the top").isGreaterThan(200);
        assertThat(corner.getRed()).isLessThan(60);
    }

    @Test
    void withoutAFormatTheReaderChooses() {
        String article = article("\"image\": {\"id\": \"" + uploaded().get("id").textValue() + "\"}");
        Newsroom.publish("articles", article);
        String address = address(read(article).get("image"), "full", "160", "").replaceAll("\\.$", "");

        reader().accept("image/webp,*/*")
                .get(address)
                .then()
                .contentType("image/webp")
                .header("Vary", "Accept");
        reader().accept("image/png,*/*")
                .get(address)
                .then()
                .contentType("image/jpeg")
                .header("Vary", "Accept");
    }

    @Test
    void aDraftsPictureIsWhatAnInventedOneIs() {
        JsonNode image = uploaded();
        String article = article("\"image\": {\"id\": \"" + image.get("id").textValue() + "\"}");
        String preview = editor().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/editorial/articles/" + article + "/previews")
                .path("href");
        String shown = reader().get(preview).path("image.url");
        String key = shown.replaceAll(".*/media/([^/]+)/.*", "$1");

        reader().get(shown).then().statusCode(200).header("Cache-Control", "no-store");
        Response secret = reader().get("/v1/media/" + key + "/full/800.jpg");
        Response invented = reader().get("/v1/media/AAAAAAAAAAAAAAAAAAAAAA/full/800.jpg");

        secret.then().statusCode(404);
        assertThat(secret.asString()).isEqualTo(invented.asString());
        reader().get("/v1/media/" + image.get("id").textValue() + "/full/800.jpg")
                .then()
                .statusCode(404);
        reader().get("/v1/media/" + image.get("digest").textValue() + "/full/800.jpg")
                .then()
                .statusCode(404);
        reader().get("/v1/editorial/images/" + image.get("id").textValue() + "/original")
                .then()
                .statusCode(401);
    }

    @Test
    void aWithdrawnArticlesPictureGoesWithIt() {
        String article = article("\"image\": {\"id\": \"" + uploaded().get("id").textValue() + "\"}");
        Newsroom.publish("articles", article);
        String url = read(article).at("/image/url").textValue();
        reader().get(url).then().statusCode(200);

        Newsroom.withdraw("articles", article);

        reader().get(url).then().statusCode(404);
        Newsroom.publish("articles", article);
        reader().get(url).then().statusCode(200);
    }

    @Test
    void rightsThatEndTakeThePictureFromReadersAtOnce() {
        JsonNode image = uploaded();
        String id = image.get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        Newsroom.publish("articles", article);
        String url = read(article).at("/image/url").textValue();
        reader().get(url).then().statusCode(200);

        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"rightsExpireAt\": \"" + Instant.now().minusSeconds(1) + "\"}")
                .patch("/v1/editorial/images/" + id)
                .then()
                .statusCode(200);

        reader().get(url).then().statusCode(404);
        editor().header("If-Match", "*")
                .put("/v1/editorial/articles/" + article("\"image\": {\"id\": \"" + id + "\"}") + "/publication")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/image"))
                .body("errors[0].detail", containsString("rights are over"));
    }

    @Test
    void theEndOfRightsToOnePictureBringsNoWordsThatNobodyPublished() {
        String over = uploaded().get("id").textValue();
        String other = uploaded().get("id").textValue();
        String article = Newsroom.create("articles", """
                {"language": "en", "headline": "Two pictures %d", "body": [
                 {"type": "image", "image": {"id": "%s"}}, {"type": "image", "image": {"id": "%s", "caption": "As published"}}]}""".formatted(SEED.incrementAndGet(), over, other))
                .get("id")
                .textValue();
        Newsroom.publish("articles", article);
        patchAs("contributor", other, "{\"credit\": \"Nobody reviewed this\"}")
                .then()
                .statusCode(200);

        patchAs("editor", over, "{\"rightsExpireAt\": \"2026-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);

        await().until(() -> read(article).at("/body/blocks").size() == 1);
        assertThat(read(article).toString()).contains("As published").doesNotContain("Nobody reviewed");
    }

    private static String etag(String article) {
        return editor().get("/v1/editorial/articles/" + article).header("ETag");
    }

    @Test
    void whatShowsAPictureIsWithoutItWhileItsRightsAreOver() {
        String id = uploaded().get("id").textValue();
        String article = article("""
                "image": {"id": "%1$s"}, "lead": "The picture goes, the words stay.\"""".formatted(id));
        String list = Newsroom.create("story-lists", """
                {"title": "With a picture of its own %d", "language": "en", "items": [{"article": "%s", "image": {"id": "%s"}}]}""".formatted(SEED.incrementAndGet(), article, id))
                .get("id")
                .textValue();
        Newsroom.publish("articles", article);
        Newsroom.publish("story-lists", list);
        JsonNode before = read(article);
        assertThat(before.has("image")).isTrue();
        String version = etag(article);
        String since = Newsroom.get("/v1/changes?since=now").get("since").textValue();

        patchAs("editor", id, "{\"rightsExpireAt\": \"" + Instant.now().plusMillis(1_500) + "\"}")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> !read(article).has("image"));

        assertThat(read(article).get("updatedAt")).isEqualTo(before.get("updatedAt"));
        assertThat(read(article).get("lead")).isEqualTo(before.get("lead"));
        await().until(() -> !reader().get("/v1/story-lists/" + list).asString().contains("/media/"));
        assertThat(etag(article)).as("nobody has edited it").isEqualTo(version);
        assertThat(reader().get(since).jsonPath().getList("items.id")).contains(article, list);

        patchAs("editor", id, "{\"rightsExpireAt\": null}").then().statusCode(200);
        await().until(() -> read(article).has("image"));
        assertThat(read(article)).isEqualTo(before);
    }

    private static Response patchAs(String role, String image, String fields) {
        return Newsroom.with(role)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(fields)
                .patch("/v1/editorial/images/" + image);
    }

    @Test
    void whoMayNotPublishDoesNotChangeThePublicPicturesRights() {
        String id = uploaded().get("id").textValue();
        String over = "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}";
        patchAs("contributor", id, over).then().statusCode(200);
        patchAs("contributor", id, "{\"rightsExpireAt\": null}").then().statusCode(200);
        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        Newsroom.publish("articles", article);

        patchAs("contributor", id, over).then().statusCode(403).body("errors[0].pointer", equalTo("/rightsExpireAt"));
        reader().get(read(article).at("/image/url").textValue()).then().statusCode(200);
        patchAs("contributor", id, "{\"caption\": \"For the next time\"}")
                .then()
                .statusCode(200);
        patchAs("editor", id, over).then().statusCode(200);
    }

    @Test
    void whatIsSaidOfAPictureIsPublishedAsItWasApproved() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        for (String state : List.of("in-review", "approved")) {
            editor().header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Newsroom.json("state", state))
                    .put("/v1/editorial/articles/" + article + "/review")
                    .then()
                    .statusCode(200);
        }

        patchAs("contributor", id, "{\"caption\": \"Nobody saw this\"}").then().statusCode(403);
        Newsroom.patch("articles", article, "*", "{\"image\": null}").then().statusCode(200);
        patchAs("contributor", id, "{\"caption\": \"The approved revision still shows it\"}")
                .then()
                .statusCode(403);
        patchAs("editor", id, "{\"caption\": \"An editor did\"}").then().statusCode(200);
        Newsroom.patch("articles", article, "*", "{\"image\": {\"id\": \"" + id + "\"}}")
                .then()
                .statusCode(200);
        Newsroom.publish("articles", article);
        patchAs("contributor", id, "{\"caption\": \"For the next time\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aDescriptionIsFoundUnderAnyFormOfItsLanguage() {
        String id = uploaded().get("id").textValue();
        patchAs("editor", id, "{\"alt\": {\"eng\": \"Four squares\"}}")
                .then()
                .statusCode(200)
                .body("alt.en", equalTo("Four squares"));
        patchAs("editor", id, "{\"alt\": {\"eng\": \"Four\", \"en\": \"Squares\"}}")
                .then()
                .statusCode(400);

        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        Newsroom.publish("articles", article);
        assertThat(read(article).at("/image/alt").textValue()).isEqualTo("Four squares");
    }

    @Test
    void whatIsSaidOfAPictureFillsWhatAnArticleLeavesOut() {
        String id = uploaded().get("id").textValue();
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(
                        "{\"alt\": {\"en\": \"At dawn\", \"be\": \"На світанні\"}, \"credit\": \"Alena\", \"sensitive\": true}")
                .patch("/v1/editorial/images/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        String article = article("\"image\": {\"id\": \"" + id + "\", \"caption\": \"Its own\"}");
        Newsroom.publish("articles", article);

        JsonNode image = read(article).get("image");

        assertThat(image.get("alt").textValue()).isEqualTo("At dawn");
        assertThat(image.get("credit").textValue()).isEqualTo("Alena");
        assertThat(image.get("caption").textValue()).isEqualTo("Its own");
        assertThat(image.get("sensitive").booleanValue()).isTrue();
    }

    @Test
    void blocksListsAndTheSiteShowPicturesToo() {
        String id = uploaded().get("id").textValue();
        String article = article("\"kicker\": \"x\"");
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"body\": [{\"type\": \"image\", \"image\": {\"id\": \"" + id + "\"}}]}")
                .patch("/v1/editorial/articles/" + article)
                .then()
                .statusCode(200);
        Newsroom.publish("articles", article);
        String list = Newsroom.create("story-lists", """
                {"title": "With a picture %d", "items": [{"article": "%s", "image": {"id": "%s"}}]}""".formatted(SEED.incrementAndGet(), article, id))
                .get("id")
                .textValue();
        Newsroom.publish("story-lists", list);

        String html = reader().get("/v1/articles/" + article + "?body=html").path("body.html");
        String listed = reader().get("/v1/story-lists/" + list).path("items[0].image.url");

        assertThat(html).contains("srcset=\"/v1/media/").contains(" 160w");
        reader().get(listed).then().statusCode(200);
        assertThat(reader().get("/v1/articles/" + article + "?body=markdown").<String>path("body.markdown"))
                .contains("![](</v1/media/");
        Newsroom.withdraw("story-lists", list);
        reader().get(listed).then().statusCode(200);
        Newsroom.withdraw("articles", article);
        reader().get(listed).then().statusCode(404);
    }

    @Test
    void theSameBytesAreOnePictureEvenAtTheSameTime() throws Exception {
        byte[] bytes = Pictures.jpeg(300, 200, SEED.incrementAndGet());
        ExecutorService editors = Executors.newFixedThreadPool(3);
        Callable<Response> upload =
                () -> editor().contentType("image/jpeg").body(bytes).post("/v1/editorial/images");
        List<Future<Response>> uploads = editors.invokeAll(List.of(upload, upload, upload));
        editors.shutdown();

        assertThat(uploads.stream().map(ImageTest::status).sorted()).containsExactly(200, 200, 201);
        assertThat(uploads.stream().map(ImageTest::id).distinct()).hasSize(1);
    }

    private static int status(Future<Response> upload) {
        return answer(upload).statusCode();
    }

    private static String id(Future<Response> upload) {
        return answer(upload).path("id");
    }

    private static Response answer(Future<Response> upload) {
        try {
            return upload.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPictureInUseIsNotDeletedAndItsUsesAreListed() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\"}");

        editor().header("If-Match", "*")
                .delete("/v1/editorial/images/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString(article));
        editor().get("/v1/editorial/images/" + id + "/uses").then().body("items.id", equalTo(List.of(article)));
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + article)
                .then()
                .statusCode(204);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/images/" + id)
                .then()
                .statusCode(204);
        editor().get("/v1/editorial/images/" + id).then().statusCode(404);
    }

    @Test
    void aPictureIsFoundByWhatIsSaidOfItByItsUseAndByTheEndOfItsRights() {
        String bridge = uploaded().get("id").textValue();
        String gate = uploaded().get("id").textValue();
        Newsroom.patch("images", bridge, "*", """
                        {"caption": "Zwq: дзень на мосце", "rightsExpireAt": "2031-05-01T00:00:00Z"}""").then().statusCode(200);
        Newsroom.patch("images", gate, "*", """
                        {"credit": "Zwq Agency", "rightsExpireAt": "2033-05-01T00:00:00Z"}""").then().statusCode(200);
        article("\"image\": {\"id\": \"" + bridge + "\"}");

        assertThat(pictures("q=zwq масты дні")).containsExactly(bridge);
        assertThat(pictures("q=zwq")).containsExactly(gate, bridge);
        assertThat(pictures("q=zwq&used=true")).containsExactly(bridge);
        assertThat(pictures("q=zwq&used=false")).containsExactly(gate);
        assertThat(pictures("q=zwq&rights-end-before=2032-01-01")).containsExactly(bridge);
        assertThat(pictures("q=zwq&uploaded-by=test")).isEmpty();
        assertThat(pictures("q=zwq&uploaded-by=admin-key")).containsExactly(gate, bridge);
        String second = editor().get("/v1/editorial/images?q=zwq&limit=1").path("next");
        assertThat(editor().get(second).<List<String>>path("items.id")).containsExactly(bridge);
        String first = editor().get(second).path("previous");
        assertThat(editor().get(first).<List<String>>path("items.id")).containsExactly(gate);
        Newsroom.patch("images", gate, "*", "{\"credit\": null}").then().statusCode(200);
        assertThat(pictures("q=agency zwq")).isEmpty();
        editor().get("/v1/editorial/images?used=perhaps&uploaded-by=nobody-at-all")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("used", "uploaded-by")));
    }

    private static List<String> pictures(String query) {
        return editor().get("/v1/editorial/images?" + query).path("items.id");
    }

    @Test
    void anImageIsEitherOursOrElsewhere() {
        String body = """
                {"language": "en", "image": {"alt": "Neither"}, "body": [
                    {"type": "image", "image": {"id": "01981f2c-5a00-7000-8000-000000000031", "url": "https://e.org/x.jpg"}},
                    {"type": "image", "image": {"id": "01981f2c-5a00-7000-8000-000000000031"}}]}""";

        Newsroom.post("articles", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/image", "/body/0/image", "/body/1/image/id")));
    }

    @Test
    void whatIsNoPictureIsRefusedWithWhatToSendInstead() {
        editor().contentType("image/jpeg")
                .body("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/editorial/images")
                .then()
                .statusCode(415)
                .body("detail", containsString("Send it as a PNG"));
        byte[] half = java.util.Arrays.copyOf(Pictures.jpeg(300, 200, 1), 900);
        editor().contentType("image/jpeg")
                .body(half)
                .post("/v1/editorial/images")
                .then()
                .statusCode(400)
                .body("detail", startsWith("The JPEG is cut off"));
        Newsroom.with("reader")
                .contentType("image/jpeg")
                .body(half)
                .post("/v1/editorial/images")
                .then()
                .statusCode(403);
    }

    @Test
    void sizesAreClosedSets() {
        String article = article("\"image\": {\"id\": \"" + uploaded().get("id").textValue() + "\"}");
        Newsroom.publish("articles", article);
        JsonNode image = read(article).get("image");

        reader().get("/v1/media/AAAAAAAAAAAAAAAAAAAAAA/17x3/wide.png")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("crop", "file", "file")));
        reader().get(address(image, "full", "801", "jpg"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("must begin with a width: one of [160, 320, 480, 640, 800, 1000]"));
    }

    @Test
    void whateverAcceptSaysAnAddressWithAFormatHasThatFormat() {
        String article = article("\"image\": {\"id\": \"" + uploaded().get("id").textValue() + "\"}");
        Newsroom.publish("articles", article);
        JsonNode image = read(article).get("image");

        for (String accept : List.of("image/jpeg", "image/*", "image/webp,image/*;q=0.8", "application/json")) {
            String cold = address(image, "full", accept.equals("image/jpeg") ? "160" : "320", "jpg");
            reader().accept(accept).get(cold).then().statusCode(200).contentType("image/jpeg");
            reader().accept(accept).head(cold).then().statusCode(200).contentType("image/jpeg");
        }
        reader().accept("image/webp")
                .get(address(image, "full", "480", "").replaceAll("\\.$", ""))
                .then()
                .statusCode(200)
                .contentType("image/webp");
    }

    @Test
    void publishingAgainTakesOverWhatIsSaidOfAPictureNow() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        Newsroom.publish("articles", article);
        String before = read(article).at("/image/url").textValue();
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"credit\": \"Her right name\", \"focalPoint\": {\"x\": 0.1, \"y\": 0.2}}")
                .patch("/v1/editorial/images/" + id)
                .then()
                .statusCode(200);
        assertThat(read(article).at("/image/credit").isMissingNode()).isTrue();

        Newsroom.publish("articles", article);

        JsonNode image = read(article).get("image");
        assertThat(image.get("credit").textValue()).isEqualTo("Her right name");
        reader().get(image.get("url").textValue()).then().statusCode(200);
        reader().get(before).then().statusCode(404);
    }

    @Test
    void theImageOfAnEntryIsSeenWhenTheEntryIs() {
        String id = uploaded().get("id").textValue();
        String article = article("\"kicker\": \"hidden\"");
        String list = Newsroom.create("story-lists", """
                {"title": "Entries that are hidden %d", "items": [{"article": "%s", "image": {"id": "%s"}}]}""".formatted(SEED.incrementAndGet(), article, id))
                .get("id")
                .textValue();
        Newsroom.publish("story-lists", list);
        String other = article("\"image\": {\"id\": \"" + id + "\"}");
        Newsroom.publish("articles", other);
        String url = read(other).at("/image/url").textValue();
        Newsroom.withdraw("articles", other);

        reader().get(url).then().statusCode(404);
        Newsroom.publish("articles", article);
        reader().get(url).then().statusCode(200);
        Newsroom.withdraw("articles", article);
        reader().get(url).then().statusCode(404);
    }

    @Test
    void theImageOfAnEntryIsKeptNoLongerThanTheEntryIsShown() {
        String id = uploaded().get("id").textValue();
        String list = Newsroom.create("story-lists", """
                {"title": "For an hour %d", "items": [{"url": "https://e.org/x", "headline": "x", "image": {"id": "%s"}, "until": "%s"}]}""".formatted(
                                SEED.incrementAndGet(), id, Instant.now().plusSeconds(3_600)))
                .get("id")
                .textValue();
        Newsroom.publish("story-lists", list);
        String url = reader().get("/v1/story-lists/" + list).path("items[0].image.url");

        String freshness = reader().get(url).then().statusCode(200).extract().header("Cache-Control");

        assertThat(Integer.parseInt(freshness.replaceAll(".*[ ,]max-age=([0-9]+).*", "$1")))
                .isBetween(3_000, 3_600);
    }

    @Test
    void aFormerRevisionComesBackWithoutAPictureThatWasDeleted() {
        String id = uploaded().get("id").textValue();
        String article = article("\"image\": {\"id\": \"" + id + "\"}");
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"image\": null}")
                .patch("/v1/editorial/articles/" + article)
                .then()
                .statusCode(200);
        editor().header("If-Match", "*")
                .delete("/v1/editorial/images/" + id)
                .then()
                .statusCode(204);

        editor().header("If-Match", "*")
                .post("/v1/editorial/articles/" + article + "/revisions/1/restoration")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("image")));
    }

    @Test
    void whatAPictureItselfSaysIsNotSaidInAnArticle() {
        String id = uploaded().get("id").textValue();
        String body = """
                {"image": {"id": "%s", "width": 10, "sensitive": true, "focalPoint": {"x": 0.5}}}""".formatted(id);

        Newsroom.post("articles", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/image/focalPoint/y")));
        Newsroom.post("articles", body.replace(", \"focalPoint\": {\"x\": 0.5}", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/image/width", "/image/sensitive")));
    }

    @Test
    void theNewsroomSeesItsPicturesBeforeReadersDo() {
        JsonNode image = uploaded();
        String address = image.get("template")
                .textValue()
                .replace("{crop}", "16x9")
                .replace("{width}", "320")
                .replace("{format}", "jpg");

        Response seen = editor().get(address);

        seen.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(Pictures.decoded(seen.asByteArray()).getHeight()).isEqualTo(180);
        reader().get(address).then().statusCode(401);
        editor().get("/v1/editorial/images?limit=1")
                .then()
                .body("items[0].id", equalTo(image.get("id").textValue()));
    }
}
