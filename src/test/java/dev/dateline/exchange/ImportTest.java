package dev.dateline.exchange;

import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Bringing in what was written elsewhere. */
@DatelineTest
class ImportTest {

    private static final Path WIKINEWS = Path.of("../shared/data/wikinews-ru/articles.ndjson");
    private static final Path THEME_UNIT_TEST = Path.of("../shared/data/wordpress/themeunittestdata.wordpress.xml");

    private static JsonNode run(String mediaType, byte[] file) {
        return run(mediaType, file, "");
    }

    private static JsonNode run(String mediaType, byte[] file, String query) {
        Response started = editor().contentType(mediaType).body(file).post("/v1/editorial/imports" + query);
        started.then().statusCode(202);
        String path = started.header("Location");
        return await("the end of the import")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Newsroom.tree(editor().get(path).asString()),
                        job -> !List.of("queued", "running")
                                .contains(job.get("state").textValue()));
    }

    static JsonNode run(String mediaType, String file) {
        return run(mediaType, file.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode run(String mediaType, String file, String query) {
        return run(mediaType, file.getBytes(StandardCharsets.UTF_8), query);
    }

    static JsonNode problems(JsonNode job) {
        return Newsroom.tree(editor().get(job.get("problems").textValue() + "?limit=100")
                        .asString())
                .get("items");
    }

    static void counts(JsonNode job, long created, long updated, long unchanged, long skipped, long failed) {
        assertThat(List.of("created", "updated", "unchanged", "skipped", "failed").stream()
                        .map(name -> job.get(name).longValue()))
                .as(job.toString())
                .containsExactly(created, updated, unchanged, skipped, failed);
        assertThat(job.get("state").textValue()).isEqualTo("finished");
    }

    private static final String RECORDS = """
            {"tag": {"type": "topic", "slug": "import-topic", "names": {"en": "Imported"}}}
            {"article": {"externalId": "import:1", "language": "en", "headline": "Imported one", "tags": ["import-topic"], "body": [{"type": "paragraph", "html": "One."}]}, "publication": {"publishedAt": "2019-05-01T10:00:00Z"}}

            {"article": {"externalId": "import:2", "language": "en", "headline": "A draft", "body": []}}
            {"article": {"externalId": "import:3", "language": "not a language", "headlin": "x"}}
            {"article": {"externalId": "import:4", "tags": ["no-such-tag"]}}
            {"article": {"externalId": "import:5", "language": "en"}, "publication": {}}
            this is no json
            [1]
            {"id": "import:6", "lang": "ru", "title": "Простая запись", "body": "Первый абзац.\\n\\nВторой <абзац>.", "extra": 1}
            """;

    @Test
    void aBadRecordIsReportedAndCostsNobodyElse() {
        JsonNode job = run("application/x-ndjson", RECORDS);
        counts(job, 5, 0, 0, 0, 4);
        JsonNode problems = problems(job);
        assertThat(problems.findValuesAsText("record"))
                .contains("5", "6", "7", "8", "9")
                .doesNotContain("1", "2", "4");
        assertThat(problems.toString())
                .contains("/headlin", "/language", "/tags/0", "not well-formed JSON", "not public here, but a draft")
                .contains("has no place here and was left out: 1");

        JsonNode imported = get("/v1/articles/imported-one");
        assertThat(imported.get("publishedAt").textValue()).isEqualTo("2019-05-01T10:00:00Z");
        reader().get("/v1/articles/a-draft").then().statusCode(404);
        reader().get("/v1/articles/prostaya-zapis").then().statusCode(404);

        counts(run("application/x-ndjson", RECORDS), 0, 0, 5, 0, 4);
        counts(run("application/x-ndjson", RECORDS.replace("Imported one", "Imported anew")), 0, 1, 4, 0, 4);
        assertThat(get("/v1/articles/imported-one").get("headline").textValue()).isEqualTo("Imported anew");

        String id = imported.get("id").textValue();
        Newsroom.patch("articles", id, "*", json("kicker", "Edited here"))
                .then()
                .statusCode(200);
        JsonNode kept = run("application/x-ndjson", RECORDS);
        counts(kept, 0, 0, 4, 1, 4);
        assertThat(problems(kept).toString()).contains("edited or deleted here");
    }

    @Test
    void whatSaysNothingOfItsPublicationIsPublishedOnlyWhenTheImportSaysSo() {
        String plain = """
                {"id": "plain:1", "lang": "ru", "title": "Ровная запись", "body": "Первый абзац.\\n\\nВторой <абзац>."}
                """;
        counts(run("application/x-ndjson", plain), 1, 0, 0, 0, 0);
        reader().get("/v1/articles/rovnaya-zapis").then().statusCode(404);
        counts(run("application/x-ndjson", plain, "?publish=true"), 0, 1, 0, 0, 0);
        assertThat(get("/v1/articles/rovnaya-zapis?body=html").at("/body/html").textValue())
                .isEqualTo("<p>Первый абзац.</p>\n<p>Второй &lt;абзац&gt;.</p>");
        editor().contentType("application/rss+xml")
                .body("<rss/>")
                .post("/v1/editorial/imports?publish=true")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("publish"));
    }

    @Test
    void whatWasWithdrawnHereIsNotBroughtBackByAnotherImport() {
        String record = """
                {"article": {"externalId": "import:gone", "language": "en", "headline": "Imported and gone", "body": [{"type": "paragraph", "html": "1"}]}, "publication": {}}
                """;
        counts(run("application/x-ndjson", record), 1, 0, 0, 0, 0);
        String id = get("/v1/articles/imported-and-gone").get("id").textValue();
        editor().header("If-Match", "*")
                .delete("/v1/editorial/articles/" + id + "/publication?kind=legal")
                .then()
                .statusCode(200);
        counts(run("application/x-ndjson", record), 0, 0, 1, 0, 0);
        counts(run("application/x-ndjson", record.replace("gone\", \"body", "gone again\", \"body")), 0, 0, 0, 1, 0);
        reader().get("/v1/articles/" + id).then().statusCode(410).body("withdrawal.kind", equalTo("legal"));
    }

    private static final String EXPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><language>be</language><wp:base_blog_url>https://old.example.org</wp:base_blog_url>
            <wp:author><wp:author_login>ales</wp:author_login><wp:author_display_name><![CDATA[Алесь Рымша]]></wp:author_display_name></wp:author>
            <wp:category><wp:category_nicename>wxr-below</wp:category_nicename><wp:category_parent>wxr-above</wp:category_parent><wp:cat_name>Ніжэй</wp:cat_name></wp:category>
            <wp:category><wp:category_nicename>wxr-above</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Вышэй</wp:cat_name></wp:category>
            <item><title>Артыкул з WordPress</title><link>https://old.example.org/1/</link><dc:creator>ales</dc:creator>
            <content:encoded><![CDATA[Першы абзац.

            Другі з <b>тлустым</b>.
            <!-- wp:quote --><blockquote class="wp-block-quote"><p>Цытата.</p><cite>Хтосьці</cite></blockquote><!-- /wp:quote -->
            <!-- wp:latest-posts /-->
            <table><tr><td>1</td><td>2</td></tr></table><script>alert(1)</script>]]></content:encoded>
            <excerpt:encoded>Кароткі змест.</excerpt:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2018-03-02 08:00:00</wp:post_date_gmt>
            <wp:post_name>wxr-artykul</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
            <category domain="category" nicename="wxr-below">Ніжэй</category>
            <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>wxr-stary</wp:meta_value></wp:postmeta></item>
            <item><title>Пад паролем</title><content:encoded>Сакрэт.</content:encoded><wp:post_id>2</wp:post_id><wp:post_name>wxr-secret</wp:post_name>
            <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password>x</wp:post_password></item>
            <item><title>pic</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
            <wp:attachment_url>https://old.example.org/pic.jpg</wp:attachment_url></item>
            </channel></rss>
            """;

    @Test
    void aWordPressExportBecomesArticlesAndTags() {
        JsonNode job = run("application/rss+xml", EXPORT);
        counts(job, 5, 0, 0, 1, 0);
        assertThat(problems(job).toString())
                .contains("latest-posts", "script", "protected by a password", "an attachment is imported");

        JsonNode article = get("/v1/articles/wxr-artykul");
        assertThat(article.get("publishedAt").textValue()).isEqualTo("2018-03-02T08:00:00Z");
        assertThat(article.get("lead").textValue()).isEqualTo("Кароткі змест.");
        assertThat(article.at("/byline/0/name").textValue()).isEqualTo("Алесь Рымша");
        assertThat(article.at("/image/url").textValue()).isEqualTo("https://old.example.org/pic.jpg");
        assertThat(article.at("/body/blocks").findValuesAsText("type"))
                .containsExactly("paragraph", "paragraph", "quote", "table");
        assertThat(article.at("/body/blocks/1/html").textValue()).isEqualTo("Другі з <b>тлустым</b>.");
        assertThat(article.at("/body/blocks/2/attribution/person").textValue()).isEqualTo("Хтосьці");
        reader().get("/v1/articles/wxr-stary")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/articles/wxr-artykul"));
        reader().get("/v1/articles/wxr-secret").then().statusCode(404);
        String parents =
                editor().get("/v1/editorial/tags?type=section&limit=100").asString();
        assertThat(parents).contains("\"parents\":[\"wxr-above\"]");
        counts(run("application/rss+xml", EXPORT), 0, 0, 5, 1, 0);
    }

    @Test
    void draftsThatAreImportedAgainAsPublishedNameEachOther() {
        String pair = """
                {"article": {"externalId": "pair:1", "language": "be", "headline": "Пара адзін", "body": [%1$s]}%2$s}
                {"article": {"externalId": "pair:2", "translationOf": "pair:1", "language": "ru", "headline": "Пара два", "body": [%1$s]}%2$s}
                """;
        String body = """
                {"type": "paragraph", "html": "x"}""";
        String drafts = pair.formatted(body, "");
        String publications = pair.formatted(body, """
                , "publication": {}""");
        counts(run("application/x-ndjson", drafts), 2, 0, 0, 0, 0);
        counts(run("application/x-ndjson", publications), 0, 2, 0, 0, 0);
        assertThat(get("/v1/articles/para-adzin").at("/translations/0/headline").textValue())
                .isEqualTo("Пара два");
        assertThat(get("/v1/articles/para-dva").at("/translations/0/headline").textValue())
                .isEqualTo("Пара адзін");
    }

    @Test
    void aLineWithWhatCannotBeStoredIsReportedAndTheRestGoesOn() {
        JsonNode job = run("application/x-ndjson", """
                {"article": {"externalId": "nul\\u0000:1", "headline": "a\\u0001"}}
                {"article": {"externalId": "nul:2", "headline": "Fine"}}
                """);
        counts(job, 1, 0, 0, 0, 1);
        assertThat(problems(job).toString()).contains("/externalId", "U+0000", "/headline");
    }

    @Test
    void xmlCannotReachTheServersFilesOrExplode() {
        String entity = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\
                <rss><channel><item><title>&x;</title></item></channel></rss>""";
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>""";
        for (String evil : List.of(entity, bomb)) {
            JsonNode job = run("application/xml", evil);
            counts(job, 0, 0, 0, 0, 1);
            assertThat(problems(job).toString()).contains("not declared").doesNotContain("root:");
        }
    }

    @Test
    void aFileThatIsNoExportIsRefusedWithWhatItIs() throws IOException {
        failed("application/xml", "no xml".getBytes(StandardCharsets.UTF_8), "there is no channel in it");
        failed("application/xml", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "a page of HTML");
        failed("application/xml", "  \n ".getBytes(StandardCharsets.UTF_8), "is empty");
        failed("application/x-ndjson", new byte[] {'P', 'K', 3, 4}, "a ZIP archive");
        failed("application/xml", EXPORT.getBytes(Charset.forName("windows-1251")), "not in UTF-8");
        failed(
                "application/xml",
                site("https://cut-channel.example")
                        .replace("</channel></rss>", "")
                        .replace("ales", "aleh")
                        .getBytes(StandardCharsets.UTF_8),
                "cut off");
    }

    private static void failed(String mediaType, byte[] file, String reason) {
        JsonNode job = run(mediaType, file);
        assertThat(job.get("state").textValue()).as(job.toString()).isEqualTo("failed");
        assertThat(job.get("failure").textValue()).contains(reason).doesNotContain("Exception");
    }

    @Test
    void aCompressedFileIsImportedAsItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("""
                    {"article": {"externalId": "gzip:1", "headline": "Compressed"}}\r{"article": {"externalId": "gzip:2", "headline": "After a carriage return"}}""".getBytes(StandardCharsets.UTF_8));
        }
        counts(run("application/x-ndjson", bytes.toByteArray()), 2, 0, 0, 0, 0);
    }

    @Test
    void aHostileLineCostsNobodyButItself() {
        String line = """
                {"article": {"externalId": "hostile:%d", "headline": "Fine"}}""";
        JsonNode job = run(
                "application/x-ndjson",
                String.join(
                        "\n",
                        line.formatted(1),
                        "[".repeat(1100),
                        "{\"article\": {\"image\": {\"width\": " + "1".repeat(1001) + "}}}",
                        "{\"" + "n".repeat(60_000) + "\": 1}",
                        line.formatted(2) + line.formatted(3),
                        line.formatted(4) + " xyz",
                        "{\"article\": {\"headline\": \"A\", \"headline\": \"B\"}}",
                        line.formatted(5)));
        counts(job, 2, 0, 0, 0, 6);
        String tooMuch = "is nested too deeply, or has a number or a name that is too long";
        assertThat(problems(job).findValuesAsText("reason"))
                .containsExactly(
                        tooMuch,
                        tooMuch,
                        tooMuch,
                        "holds more than one JSON value; each needs a line of its own (column 61)",
                        "is not well-formed JSON (column 62)",
                        "has the field headline twice in the same object (column 41)");
    }

    private static final String ITEM = """
            <item><title>%s</title><content:encoded>Text.</content:encoded><wp:post_id>%d</wp:post_id><wp:post_name>%s</wp:post_name>\
            <wp:post_date_gmt>2018-03-02 08:00:00</wp:post_date_gmt><wp:status>%s</wp:status><wp:post_type>post</wp:post_type></item>""";

    private static String site(String address, String... items) {
        return "<rss><channel><link>" + address
                + "</link><language>en</language><atom:link href=\"https://hub.example/\"/>" + String.join("", items)
                + "</channel></rss>";
    }

    @Test
    void whatIsNoLongerPublicAtItsSourceIsWithdrawnHere() {
        for (String status : List.of("private", "draft", "trash")) {
            String slug = "was-public-" + status;
            String published = site(
                    "https://gone.example", ITEM.formatted("Was public", status.hashCode() & 0xFFFF, slug, "publish"));
            counts(run("application/xml", published), 1, 0, 0, 0, 0);
            reader().get("/v1/articles/" + slug).then().statusCode(200);
            counts(run("application/xml", published.replace("publish<", status + "<")), 0, 1, 0, 0, 0);
            reader().get("/v1/articles/" + slug).then().statusCode(410);
            counts(run("application/xml", published), 0, 1, 0, 0, 0);
            reader().get("/v1/articles/" + slug).then().statusCode(200);
        }
    }

    @Test
    void whatWasEditedHereAndIsPrivateThereIsReportedAsStillPublic() {
        String published = site("https://edited.example", ITEM.formatted("Edited here", 1, "edited-here", "publish"));
        run("application/xml", published);
        String id = get("/v1/articles/edited-here").get("id").textValue();
        Newsroom.patch("articles", id, "*", json("kicker", "Ours")).then().statusCode(200);
        JsonNode job = run("application/xml", published.replace("publish<", "private<"));
        counts(job, 0, 0, 0, 1, 0);
        assertThat(problems(job).toString()).contains("still public here");
    }

    @Test
    void aSiteThatMovedToHttpsIsTheSameSiteAndAnotherSiteIsAnother() {
        String one = ITEM.formatted("Of one site", 5, "shared-slug", "publish");
        counts(run("application/xml", site("http://moved.example", one)), 1, 0, 0, 0, 0);
        counts(run("application/xml", site("https://moved.example/", one)), 0, 0, 1, 0, 0);
        JsonNode other = run("application/xml", site("https://other.example", one.replace("Of one", "Of another")));
        counts(other, 1, 0, 0, 0, 0);
        assertThat(problems(other).toString()).contains("this has shared-slug-2");
        assertThat(get("/v1/articles/shared-slug").get("headline").textValue()).isEqualTo("Of one site");
        assertThat(get("/v1/articles/shared-slug-2").get("headline").textValue())
                .isEqualTo("Of another site");
        counts(
                run("application/xml", site("https://other.example", one.replace("Of one", "Of a third"))),
                0,
                1,
                0,
                0,
                0);
        assertThat(get("/v1/articles/shared-slug-2").get("headline").textValue())
                .isEqualTo("Of a third site");
    }

    @Test
    void aBrokenItemCostsNobodyButItself() {
        JsonNode job = run(
                "application/xml",
                site(
                        "https://broken.example",
                        ITEM.formatted("Before", 1, "broken-before", "publish"),
                        ITEM.formatted("R&D", 2, "broken", "publish"),
                        ITEM.formatted("Control\u0001character", 3, "broken-control", "publish"),
                        ITEM.formatted("Twice", 3, "broken-twice", "publish")));
        counts(job, 2, 0, 0, 0, 2);
        assertThat(problems(job).toString())
                .contains("not well-formed", "control characters", "stands in the file before");
    }

    @Test
    void whatStandsBeforeACutIsImportedAsTheJobSays() throws IOException {
        String whole = site(
                "https://cut.example",
                ITEM.formatted("Before the cut", 1, "before-the-cut", "publish"),
                ITEM.formatted("Also before", 2, "also-before-the-cut", "publish"),
                ITEM.formatted("Cut in two", 3, "cut-in-two", "publish"));
        JsonNode job = run("application/xml", whole.substring(0, whole.length() - 200));
        assertThat(job.get("state").textValue()).isEqualTo("failed");
        assertThat(job.get("failure").textValue()).contains("cut off", "What stands before is imported");
        assertThat(job.get("created").intValue()).isEqualTo(2);
        assertThat(problems(job).toString()).contains("“Cut in two” has no end");
        reader().get("/v1/articles/also-before-the-cut").then().statusCode(200);

        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append("""
                    {"article": {"externalId": "cut:%d", "language": "en", "headline": "Line %d of a cut file"}}
                    """.formatted(i, i * 7919));
        }
        byte[] packed = gzip(lines.toString());
        JsonNode cut = run("application/x-ndjson", Arrays.copyOf(packed, packed.length - 20));
        assertThat(cut.get("state").textValue()).isEqualTo("failed");
        assertThat(cut.get("failure").textValue()).contains("compressed data", "What stands before is imported");
        assertThat(cut.get("created").intValue()).isGreaterThan(200);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void ofARecordThatFailsOnlyTheReasonIsAFailure() {
        JsonNode job = run(
                "application/xml",
                site(
                        "https://severity.example",
                        ITEM.formatted("First with it", 1, "same-number", "publish"),
                        ITEM.formatted("Second\u0001with it", 1, "same-number", "publish")));
        counts(job, 1, 0, 0, 0, 1);
        assertThat(problems(job).findValuesAsText("severity")).containsOnlyOnce("failed");
    }

    @Test
    void aWrongPublicationIsNamedFieldByField() {
        String record = """
                {"article": {"externalId": "when:%d", "language": "en", "headline": "x"}, "publication": %s}
                """;
        JsonNode job = run(
                "application/x-ndjson",
                record.formatted(1, "{\"publishedAt\": \"yesterday\"}")
                        + record.formatted(2, "{\"when\": 1}")
                        + record.formatted(3, "{\"publishedAt\": 1700000000}")
                        + record.formatted(4, "[]"));
        counts(job, 0, 0, 0, 0, 4);
        assertThat(problems(job).findValuesAsText("pointer"))
                .contains("/publication/publishedAt", "/publication/when")
                .allMatch(pointer -> pointer.startsWith("/publication"));
    }

    @Test
    void tagsThatDoNotPairLoseNothingBehindThem() {
        JsonNode job = run(
                "application/xml",
                site(
                        "https://pairs.example",
                        ITEM.formatted("First of all", 1, "pairs-first", "publish") + "</item>",
                        ITEM.formatted("Without an end", 2, "pairs-open", "publish")
                                .replace("</item>", ""),
                        ITEM.formatted("Last of all", 3, "pairs-last", "publish")));
        counts(job, 3, 0, 0, 0, 1);
        assertThat(problems(job).toString()).contains("the <item> is not well-formed XML");
        assertThat(get("/v1/articles/pairs-open").get("headline").textValue()).isEqualTo("Without an end");
        reader().get("/v1/articles/pairs-last").then().statusCode(200);
    }

    @Test
    void charactersThatCannotBeKeptCostNeitherTheirArticleNorTheImport() {
        String item = ITEM.formatted("Word&amp;#30;processor", 1, "from-a-word-processor", "publish")
                .replace("Text.", "<![CDATA[<p>non&#30;breaking <a href=\"#x&#0;\">a</a></p>]]>");
        JsonNode job = run("application/xml", site("https://controls.example", item));
        counts(job, 1, 0, 0, 0, 0);
        assertThat(get("/v1/articles/from-a-word-processor?body=text")
                        .at("/body/text")
                        .textValue())
                .isEqualTo("nonbreaking a");
    }

    @Test
    void aCaptionWithoutAnEndLeavesTheParagraphsBehindItAlone() {
        String item = ITEM.formatted("Open caption", 1, "open-caption", "publish")
                .replace(
                        "Text.",
                        "<![CDATA[[caption id=\"a\"]<img src=\"https://e.org/a.jpg\"> Below.\n\nSecond.\n\nThird.]]>");
        JsonNode job = run("application/xml", site("https://captions.example", item));
        assertThat(get("/v1/articles/open-caption").at("/body/blocks").findValuesAsText("html"))
                .containsSubsequence("Second.", "Third.");
        assertThat(problems(job).toString()).contains("caption");
    }

    @Test
    void aTagThatWasHereBeforeIsNotChangedByAnImportNorByTheNext() {
        Newsroom.create("tags", """
                {"type": "topic", "slug": "ours-before", "names": {"be": "Наш", "ru": "Наш"}, "announced": true}""");
        String record = """
                {"tag": {"type": "topic", "slug": "ours-before", "names": {"en": "%s"}}}""";
        JsonNode job = run("application/x-ndjson", record.formatted("Theirs"));
        counts(job, 0, 0, 1, 0, 0);
        assertThat(problems(job).toString()).contains("has the slug of a tag that is here already");
        JsonNode next = run("application/x-ndjson", record.formatted("Theirs anew"));
        counts(next, 0, 0, 1, 0, 0);
        assertThat(problems(next).toString()).contains("a tag of this newsroom's own");
        assertThat(get("/v1/tags/ours-before").get("names").toString()).isEqualTo("{\"be\":\"Наш\",\"ru\":\"Наш\"}");
    }

    @Test
    void equalHeadlinesGetNumbersAndLinesEndAsTheyLike() {
        String plain = """
                {"id": "weather:%d", "lang": "en", "title": "The weather today", "body": "One\\r\\ntwo.\\r\\n\\r\\nThree."}""";
        counts(
                run("application/x-ndjson", plain.formatted(1) + "\n" + plain.formatted(2), "?publish=true"),
                2,
                0,
                0,
                0,
                0);
        for (String slug : List.of("the-weather-today", "the-weather-today-2")) {
            assertThat(get("/v1/articles/" + slug).at("/body/blocks").findValuesAsText("html"))
                    .containsExactly("One<br>two.", "Three.");
        }
        counts(run("application/x-ndjson", plain.formatted(1)), 0, 0, 1, 0, 0);
        reader().get("/v1/articles/the-weather-today").then().statusCode(200);
        JsonNode changed = run("application/x-ndjson", plain.formatted(1).replace("Three", "Four"));
        counts(changed, 0, 1, 0, 0, 0);
        assertThat(problems(changed).toString()).contains("what is public of it here stays public");
        reader().get("/v1/articles/the-weather-today").then().statusCode(200);
    }

    @Test
    void translationsOfWordPressKnowEachOther() {
        String be = ITEM.formatted("Навіна", 1, "navina-pll", "publish")
                .replace(
                        "</item>",
                        "<category domain=\"language\" nicename=\"be\">б</category><category domain=\"post_translations\" nicename=\"pll_1\"/></item>");
        String ru = be.replace("Навіна", "Новость")
                .replace("id>1<", "id>2<")
                .replace("navina", "novost")
                .replace("nicename=\"be\"", "nicename=\"rus\"");
        counts(run("application/xml", site("https://languages.example", be, ru)), 2, 0, 0, 0, 0);
        JsonNode article = get("/v1/articles/novost-pll");
        assertThat(article.get("language").textValue()).isEqualTo("ru");
        assertThat(article.at("/translations/0/headline").textValue()).isEqualTo("Навіна");
    }

    @Test
    void allOfWikinewsIsImportedOnce() throws IOException {
        assumeTrue(Files.exists(WIKINEWS), "skipped: no Wikinews articles at " + WIKINEWS);
        byte[] file = Files.readAllBytes(WIKINEWS);
        counts(run("application/x-ndjson", file, "?publish=true"), 467, 0, 0, 0, 0);
        counts(run("application/x-ndjson", file, "?publish=true"), 0, 0, 467, 0, 0);
        assertThat(get("/v1/articles?language=ru&limit=100&count=exact")
                        .at("/count/value")
                        .intValue())
                .isGreaterThanOrEqualTo(467);
    }

    @Test
    void everyItemOfTheThemeUnitTestIsAccountedFor() throws IOException {
        assumeTrue(Files.exists(THEME_UNIT_TEST), "skipped: no theme unit test data at " + THEME_UNIT_TEST);
        JsonNode job = run("application/rss+xml", Files.readAllBytes(THEME_UNIT_TEST));
        assertThat(job.get("failed").intValue()).isZero();
        assertThat(job.get("skipped").intValue())
                .as("70 items of 6 menus, 37 attachments, and the site's picture")
                .isEqualTo(114);
        long articles = 0;
        for (String next = "/v1/editorial/articles?limit=100&language=en-US"; next != null; ) {
            JsonNode page =
                    Newsroom.tree(editor().urlEncodingEnabled(false).get(next).asString());
            articles += page.get("items").size();
            next = page.path("next").textValue();
        }
        for (String next = "/v1/editorial/articles?limit=100&language=en"; next != null; ) {
            JsonNode page =
                    Newsroom.tree(editor().urlEncodingEnabled(false).get(next).asString());
            for (JsonNode item : page.get("items")) {
                articles += item.path("canonicalUrl").asText().contains("wpthemetestdata") ? 1 : 0;
            }
            next = page.path("next").textValue();
        }
        assertThat(articles).as("58 posts and 21 pages").isEqualTo(79);
    }

    @Test
    void theAuditTrailNamesWhoImportsAndWhatTheyPublish() {
        String id = UUID.randomUUID().toString();
        JsonNode job = run("application/x-ndjson", """
                {"article": {"externalId": "%s", "language": "en", "headline": "Imported", "body": [{"type": "paragraph", "html": "One."}]}, "publication": {}}
                """.formatted(id));
        String article = editor().get("/v1/editorial/articles?external-id=" + id)
                .then()
                .extract()
                .path("items[0].id");
        for (String query : List.of("create&target=" + job.get("id").textValue(), "publish&target=" + article)) {
            editor().get("/v1/editorial/audit?action=" + query)
                    .then()
                    .body("items.size()", equalTo(1))
                    .body("items[0].actor.id", equalTo("admin-key"));
        }
    }

    @Test
    void importsAreListedAndUnknownOnesAreNotFound() {
        editor().get("/v1/editorial/imports").then().statusCode(200);
        editor().get("/v1/editorial/imports/01981f2c-5a00-7000-8000-000000000003")
                .then()
                .statusCode(404);
        editor().get("/v1/editorial/imports/01981f2c-5a00-7000-8000-000000000003/problems")
                .then()
                .statusCode(404);
        editor().get("/v1/editorial/imports/x/problems?after=y")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("after"));
    }

    private static String scheduledRecord(String headline, Instant at) {
        return """
                {"article": {"externalId": "import:scheduled", "language": "en", "headline": "%s", "body": [{"type": "paragraph", "html": "One."}]}, "publication": {"at": "%s"}}
                """.formatted(headline, at);
    }

    @Test
    void whatTheClockPublishedIsStillTheImportsToCorrect() {
        counts(
                run(
                        "application/x-ndjson",
                        scheduledRecord("Due soon", Instant.now().plusSeconds(6))),
                1,
                0,
                0,
                0,
                0);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reader().get("/v1/articles/due-soon").statusCode() == 200);

        String corrected = """
                {"article": {"externalId": "import:scheduled", "language": "en", "headline": "Corrected at the source", "slug": "due-soon", "body": [{"type": "paragraph", "html": "One."}]}, "publication": {}}
                """;
        counts(run("application/x-ndjson", corrected), 0, 1, 0, 0, 0);

        assertThat(get("/v1/articles/due-soon").get("headline").textValue()).isEqualTo("Corrected at the source");
    }

    @Test
    void anAdminsImportMayLiftAnEmbargoAndBreaksNone() {
        String record = """
                {"article": {"externalId": "import:embargo", "language": "en", "headline": "Lifted by an import", "embargoedUntil": %s, "body": [{"type": "paragraph", "html": "One."}]}%s}
                """;
        counts(run("application/x-ndjson", record.formatted("\"2088-01-01T00:00:00Z\"", "")), 1, 0, 0, 0, 0);
        String published = ", \"publication\": {}";
        JsonNode early = run("application/x-ndjson", record.formatted("\"2088-01-01T00:00:00Z\"", published));
        counts(early, 0, 0, 1, 0, 0);
        assertThat(problems(early).toString())
                .contains("under embargo")
                .contains("; so it is not public here, but a draft");
        reader().get("/v1/articles/lifted-by-an-import").then().statusCode(404);

        counts(run("application/x-ndjson", record.formatted("null", published)), 0, 1, 0, 0, 0);

        reader().get("/v1/articles/lifted-by-an-import").then().statusCode(200);
    }

    @Test
    void aRecordThatStandsTwiceInAFileAsItIsChangesNothing() {
        String record = """
                {"article": {"externalId": "import:twice", "language": "en", "headline": "Twice the same"}}
                """;
        counts(run("application/x-ndjson", record + record), 1, 0, 1, 0, 0);
        counts(run("application/x-ndjson", record.replace("same", "other") + record), 0, 1, 0, 0, 1);
    }

    @Test
    void whatEndedOrWasNeverPublicAtItsSourceIsADraftHere() {
        String record = """
                {"article": {"externalId": "import:ended", "language": "en", "headline": "Over long ago", "body": [{"type": "paragraph", "html": "One."}]}, "publication": %s}
                """;
        JsonNode ended = run(
                "application/x-ndjson",
                record.formatted("{\"publishedAt\": \"2019-01-01T00:00:00Z\", \"until\": \"2020-01-01T00:00:00Z\"}"));
        counts(ended, 1, 0, 0, 0, 0);
        assertThat(problems(ended).get(0).get("pointer").textValue()).isEqualTo("/publication/until");
        reader().get("/v1/articles/over-long-ago").then().statusCode(404);

        counts(run("application/x-ndjson", record.formatted("{}")), 0, 1, 0, 0, 0);
        reader().get("/v1/articles/over-long-ago").then().statusCode(200);

        counts(run("application/x-ndjson", record.formatted("null")), 0, 1, 0, 0, 0);
        reader().get("/v1/articles/over-long-ago").then().statusCode(410);
    }

    @Test
    void anArticleKeepsWhenItWasFirstPublishedAndWhenItWasLastChanged() {
        String record = """
                {"article": {"externalId": "import:dates", "language": "en", "headline": "Old and corrected", "body": [{"type": "paragraph", "html": "One."}]}, "publication": {"publishedAt": "2019-01-01T00:00:00Z", "updatedAt": "%s"}}
                """;
        counts(run("application/x-ndjson", record.formatted("2019-02-02T00:00:00Z")), 1, 0, 0, 0, 0);
        assertThat(get("/v1/articles/old-and-corrected").get("updatedAt").textValue())
                .isEqualTo("2019-02-02T00:00:00Z");
        JsonNode early = run("application/x-ndjson", record.formatted("2018-02-02T00:00:00Z"));
        counts(early, 0, 0, 0, 0, 1);
        assertThat(problems(early).get(0).get("pointer").textValue()).isEqualTo("/publication/updatedAt");

        String export = """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><language>en</language><wp:base_blog_url>https://dates.example.org</wp:base_blog_url>%s</channel></rss>
                """.formatted(post(1, "dated-twice", "")
                .replace("<wp:status>", "<wp:post_modified_gmt>2018-04-05 06:07:08</wp:post_modified_gmt><wp:status>"));
        counts(run("application/rss+xml", export), 1, 0, 0, 0, 0);
        JsonNode article = get("/v1/articles/dated-twice");
        assertThat(article.get("publishedAt").textValue()).isEqualTo("2018-03-02T08:00:00Z");
        assertThat(article.get("updatedAt").textValue()).isEqualTo("2018-04-05T06:07:08Z");
    }

    @Test
    void whatIsNoLongerToBePublicIsNotPublishedByAnEarlierSchedule() {
        String record = """
                {"article": {"externalId": "import:unscheduled", "language": "en", "headline": "Not after all", "body": [{"type": "paragraph", "html": "One."}]}, "publication": %s}
                """;
        counts(run("application/x-ndjson", record.formatted("{\"at\": \"2088-01-01T00:00:00Z\"}")), 1, 0, 0, 0, 0);
        counts(run("application/x-ndjson", record.formatted("null")), 0, 1, 0, 0, 0);

        JsonNode copies = Newsroom.tree(
                editor().get("/v1/editorial/articles?slug=not-after-all").asString());
        assertThat(copies.at("/items/0/headline").textValue()).isEqualTo("Not after all");
        assertThat(copies.at("/items/0").has("schedule")).isFalse();
    }

    @Test
    void aFaultInThePublicationItselfFails() {
        String record = """
                {"article": {"externalId": "import:faulty", "language": "en", "headline": "Faulty", "body": [{"type": "paragraph", "html": "One."}]}, "publication": {"updatedAt": "2019-01-01T00:00:00Z"}}
                """;
        JsonNode job = run("application/x-ndjson", record);

        counts(job, 0, 0, 0, 0, 1);
        assertThat(problems(job).get(0).get("pointer").textValue()).isEqualTo("/publication/updatedAt");
    }

    @Test
    void aStoryListThatHasAnAddressIsKnownByIt() {
        String record = """
                {"storyList": {"slug": "imported-list", "title": "%s", "language": "en"}}
                """;
        counts(run("application/x-ndjson", record.formatted("First")), 1, 0, 0, 0, 0);
        counts(run("application/x-ndjson", record.formatted("Second")), 0, 1, 0, 0, 0);
    }

    @Test
    void whatABlocksTextLosesIsToldWithItsPlace() {
        String record = """
                {"article": {"externalId": "import:sanitised", "language": "be", "headline": "Straty", "body": [{"type": "paragraph", "html": "<script>words</script>a <a href='/rel'>j</a> <em onclick='q'>ins</em> <img src='https://x.y/p.jpg' alt='map'> <font color='red'>x</font>"}, {"type": "list", "items": ["<em>fine</em>", "<a href='javascript:x'>y</a>"]}, {"type": "code", "text": "<b onclick='x'>"}]}}
                """;
        JsonNode job = run("application/x-ndjson", record);

        counts(job, 1, 0, 0, 0, 0);
        assertThat(problems(job).findValuesAsText("pointer")).containsOnly("/body/0/html", "/body/1/items/1");
        assertThat(problems(job).findValuesAsText("reason"))
                .containsExactlyInAnyOrder(
                        "is kept without <script> with its text: words",
                        "is kept without href=\"/rel\" of <a>",
                        "is kept without onclick=\"q\" of <em>",
                        "is kept without <img> src=\"https://x.y/p.jpg\" alt=\"map\"",
                        "is kept without <font> color=\"red\"",
                        "is kept without href=\"javascript:x\" of <a>");
    }

    private static String post(int id, String slug, String formerSlug) {
        return """
                <item><title>Post %1$d</title><content:encoded>Words.</content:encoded><wp:post_id>%1$d</wp:post_id>
                <wp:post_date_gmt>2018-03-02 08:00:00</wp:post_date_gmt><wp:post_name>%2$s</wp:post_name><wp:status>publish</wp:status>
                <wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key>
                <wp:meta_value>%3$s</wp:meta_value></wp:postmeta></item>""".formatted(id, slug, formerSlug);
    }

    @Test
    void anAddressIsOfThePostThatHasItTodayAndNotOfTheOneThatHadIt() {
        String export =
                """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><language>en</language><wp:base_blog_url>https://former.example.org</wp:base_blog_url>%s%s</channel></rss>
                """.formatted(post(1, "moved-on", "shared-address"), post(2, "shared-address", "first-address"));

        JsonNode moved = run("application/rss+xml", export);
        counts(moved, 2, 0, 0, 0, 0);
        String since = get("/v1/changes?since=now").get("since").textValue();
        counts(run("application/rss+xml", export), 0, 0, 2, 0, 0);

        assertThat(get("/v1/articles/shared-address").get("headline").textValue())
                .isEqualTo("Post 2");
        reader().get("/v1/articles/first-address")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/articles/shared-address"));
        assertThat(problems(moved).toString())
                .contains("was shared-address before, which leads to something else here");
        assertThat(get(since).get("items").findValuesAsText("id"))
                .as("an import that changes nothing tells nothing")
                .doesNotContain(get("/v1/articles/shared-address").get("id").textValue());
    }

    @Test
    void whatIsScheduledKeepsItsAddressFromThePostThatHadIt() {
        String scheduled = post(12, "still-to-come", "never-was")
                .replace("2018-03-02 08:00:00", "2088-03-02 08:00:00")
                .replace("<wp:status>publish", "<wp:status>future");
        String export = """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><language>en</language><wp:base_blog_url>https://future.example.org</wp:base_blog_url>%s%s</channel></rss>
                """.formatted(post(11, "now-here", "still-to-come"), scheduled);

        counts(run("application/rss+xml", export), 2, 0, 0, 0, 0);

        reader().get("/v1/articles/still-to-come").then().statusCode(404);
    }

    @Test
    void anAdminsImportIsAnAdminsInEachOfItsBatches() {
        String record = """
                {"article": {"externalId": "batch:%d", "language": "en", "headline": "In a batch %d", "embargoedUntil": %s}}
                """;
        StringBuilder embargoed = new StringBuilder();
        StringBuilder lifted = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            embargoed.append(record.formatted(i, i, "\"2088-01-01T00:00:00Z\""));
            lifted.append(record.formatted(i, i, "null"));
        }
        counts(run("application/x-ndjson", embargoed.toString()), 500, 0, 0, 0, 0);

        counts(run("application/x-ndjson", lifted.toString()), 0, 500, 0, 0, 0);
    }

    @Test
    void aCategoryThatJoinedATagOfItsNameChangesNothingTheNextTime() {
        createTag("topic", "culture-joined", "Culture joined");
        String export = """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><language>en</language><wp:base_blog_url>https://joined.example.org</wp:base_blog_url>
                <wp:tag><wp:tag_slug>culture-there</wp:tag_slug><wp:tag_name><![CDATA[Culture joined]]></wp:tag_name></wp:tag>
                <item><title>About culture</title><content:encoded>[tab]first[/tab][tab]second[/tab]</content:encoded><wp:post_id>1</wp:post_id>
                <wp:post_date_gmt>2018-03-02 08:00:00</wp:post_date_gmt><wp:post_name>about-culture</wp:post_name><wp:status>publish</wp:status>
                <wp:post_type>post</wp:post_type><category domain="post_tag" nicename="culture-there">Culture joined</category></item>
                </channel></rss>
                """;
        counts(run("application/rss+xml", export), 1, 0, 1, 0, 0);

        JsonNode again = run("application/rss+xml", export);

        counts(again, 0, 0, 2, 0, 0);
        assertThat(get("/v1/articles/about-culture?body=text").at("/body/text").textValue())
                .isEqualTo("first second");
    }
}
