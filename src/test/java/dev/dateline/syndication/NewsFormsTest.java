package dev.dateline.syndication;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News in other forms than JSON, by extension and by {@code Accept}. */
@DatelineTest
class NewsFormsTest {

    private static final String HEADLINE = "Bridge & <tram> \"open\" 🎉";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private JsonNode article;

    @BeforeEach
    void publishAnArticle() {
        createTag("topic", "bridges-" + mark, "Bridges & \\\"ways\\\" " + mark);
        article = published("""
                {"language": "en", "headline": %s, "kicker": "City_ways", "lead": "Trams cross ]]> again.", "tags": ["bridges-%s"],
                 "byline": [{"name": "Alena Karpovich"}, {"name": "Ivan Petrov", "role": "photographer"}],
                 "sources": [{"name": "The bridge authority", "url": "https://press.example.org/1"}],
                 "rights": {"holder": "The newsroom", "notice": "© The newsroom"},
                 "image": {"url": "https://images.example.org/bridge.png", "width": 1600, "height": 900, "alt": "A bridge", "credit": "Ivan"},
                 "body": [{"type": "paragraph", "html": "It opened at <em>six</em> &lt;sharp&gt;."}]}
                """.formatted(Newsroom.JSON.getNodeFactory().textNode(HEADLINE), mark));
    }

    private static JsonNode published(String content) {
        JsonNode created = create("articles", content);
        publish("articles", created.get("id").textValue());
        return created;
    }

    private String id() {
        return article.get("id").textValue();
    }

    private String slug() {
        return article.get("slug").textValue();
    }

    private static Response read(String address) {
        return reader().urlEncodingEnabled(false).get(address);
    }

    private static Xml xml(String address) {
        return Xml.of(read(address).then().statusCode(200).extract().asString());
    }

    private static JsonNode json(String address) {
        return tree(read(address).then().statusCode(200).extract().asString());
    }

    private String feed(String form) {
        return "/v1/articles." + form + "?tag=bridges-" + mark;
    }

    @Test
    void anAtomFeedHasTheWholeArticle() {
        Xml atom = xml(feed("atom"));
        assertThat(atom.one("/feed/title")).startsWith("Bridges & \"ways\" " + mark);
        assertThat(atom.one("/feed/id")).isEqualTo("http://localhost:8080" + feed("atom"));
        assertThat(atom.one("/feed/link[@rel='self']/@href")).isEqualTo("http://localhost:8080" + feed("atom"));
        assertThat(atom.one("/feed/entry/id")).isEqualTo("urn:uuid:" + id());
        assertThat(atom.one("/feed/entry/title")).isEqualTo(HEADLINE);
        assertThat(atom.one("/feed/entry/summary")).isEqualTo("Trams cross ]]> again.");
        assertThat(atom.one("/feed/entry/content[@type='html']"))
                .startsWith("<figure><img src=\"https://images.example.org/bridge.png\"")
                .contains("<figcaption>Ivan</figcaption>")
                .contains("<p>It opened at <em>six</em> &lt;sharp&gt;.</p>")
                .endsWith(
                        "<footer><ul><li><a href=\"https://press.example.org/1\">The bridge authority</a></li></ul></footer>");
        assertThat(atom.one("/feed/entry/author/name")).isEqualTo("Alena Karpovich");
        assertThat(atom.one("/feed/entry/contributor/name")).isEqualTo("Ivan Petrov");
        assertThat(atom.one("/feed/entry/link[@rel='alternate']/@href"))
                .isEqualTo("https://news.example.org/en/" + slug());
        assertThat(atom.one("/feed/entry/link[@rel='enclosure']/@type")).isEqualTo("image/png");
        assertThat(atom.one("/feed/entry/category/@label")).isEqualTo("Bridges & \"ways\" " + mark);
    }

    @Test
    void anRssFeedHasTheWholeArticle() {
        Xml rss = xml(feed("rss"));
        String item = "/rss/channel/item/";
        assertThat(rss.one(item + "guid[@isPermaLink='false']")).isEqualTo("urn:uuid:" + id());
        assertThat(rss.one(item + "link")).isEqualTo("https://news.example.org/en/" + slug());
        assertThat(rss.one(item + "description")).as("HTML").isEqualTo("Trams cross ]]&gt; again.");
        assertThat(rss.one(item + "*[local-name()='encoded' or name()='content:encoded']"))
                .contains("<em>six</em>");
        assertThat(rss.one(item + "*[name()='dc:creator']")).isEqualTo("Alena Karpovich");
        assertThat(rss.one(item + "*[name()='media:content']/@width")).isEqualTo("1600");
        assertThat(rss.one(item + "pubDate"))
                .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    void aJsonFeedHasTheWholeArticle() {
        read(feed("jsonfeed"))
                .then()
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items[0].id", equalTo("urn:uuid:" + id()))
                .body("items[0].content_html", containsString("<em>six</em>"))
                .body("items[0].image", equalTo("https://images.example.org/bridge.png"))
                .body("items[0].tags", hasItem("Bridges & \"ways\" " + mark));
    }

    @Test
    void linkedDataSaysWhatSearchEnginesWantToKnow() {
        patch("articles", id(), "*", """
                {"corrections": [{"type": "correction", "text": "It opened at six."}]}""").then().statusCode(200);
        publish("articles", id());
        published("""
                {"language": "be", "headline": "Мост %s", "translationOf": "%s", "body": [{"type": "paragraph", "html": "Так."}]}
                """.formatted(mark, id()));
        read("/v1/articles/" + slug() + ".jsonld")
                .then()
                .contentType("application/ld+json")
                .body("'@type'", equalTo("NewsArticle"))
                .body(not(containsString("<")))
                .body("headline", equalTo(HEADLINE))
                .body("author[0].name", equalTo("Alena Karpovich"))
                .body("isAccessibleForFree", equalTo(true))
                .body("articleBody", containsString("It opened at six <sharp>."))
                .body("correction[0].text", equalTo("It opened at six."))
                .body("workTranslation[0].inLanguage", equalTo("be"))
                .body("workTranslation[0].url", startsWith("https://news.example.org/be/"))
                .body("image.width", equalTo(1600));
        assertThat(json("/v1/articles.jsonld?tag=bridges-" + mark)
                        .at("/itemListElement/0/item/@id")
                        .textValue())
                .isEqualTo("urn:uuid:" + id());
    }

    @Test
    void ninjsComesInBothVersions() {
        JsonNode three = json("/v1/articles/" + slug() + ".ninjs");
        assertThat(three.at("/uri").textValue()).isEqualTo("urn:uuid:" + id());
        assertThat(three.at("/headlines/0/value").textValue()).isEqualTo(HEADLINE);
        assertThat(three.at("/bodies/0/contentType").textValue()).isEqualTo("text/html");
        assertThat(three.at("/copyrightHolder").textValue()).isEqualTo("The newsroom");
        assertThat(three.at("/associations/0/renditions/0/href").textValue())
                .isEqualTo("https://images.example.org/bridge.png");
        JsonNode two = json("/v1/articles/" + slug() + ".ninjs2");
        assertThat(two.at("/standard/version").textValue()).isEqualTo("2.1");
        assertThat(two.at("/copyrightholder").textValue()).isEqualTo("The newsroom");
        assertThat(json(feed("ninjs")).at("/type").textValue()).isEqualTo("composite");
    }

    @Test
    void markdownAndTextReadLikeAnArticle() {
        String markdown = read("/v1/articles/" + slug() + ".md")
                .then()
                .contentType("text/markdown;charset=utf-8")
                .extract()
                .asString();
        assertThat(markdown)
                .startsWith("City\\_ways\n\n# Bridge & &lt;tram&gt; \"open\" 🎉\n")
                .contains("\n\n- [The bridge authority](<https://press.example.org/1>)\n\n")
                .contains("It opened at _six_ &lt;sharp&gt;.")
                .endsWith("<https://news.example.org/en/" + slug() + ">\n");
        String text = read("/v1/articles/" + slug() + ".txt")
                .then()
                .contentType("text/plain;charset=utf-8")
                .extract()
                .asString();
        assertThat(text)
                .startsWith("City_ways\n\n" + HEADLINE + "\n")
                .contains("It opened at six <sharp>.", "The bridge authority, https://press.example.org/1");
    }

    @Test
    void acceptChoosesAFormAndEveryAnswerThatItChoosesSaysSo() {
        reader().accept("application/rss+xml, application/json;q=0.5")
                .get("/v1/articles/" + slug())
                .then()
                .statusCode(200)
                .contentType("application/rss+xml;charset=utf-8")
                .header("Vary", containsString("Accept"));
        for (String json : List.of(
                "*/*",
                "application/json",
                "text/html,application/xml;q=0.9,*/*;q=0.8",
                "application/atom+xml;q=0.1, */*")) {
            reader().accept(json).get("/v1/articles/" + slug()).then().contentType("application/json");
        }
        reader().accept("text/csv").get("/v1/articles").then().statusCode(406);
        assertThat(read("/v1/articles").headers().getValues("Vary")).contains("Accept", "Accept-Encoding");
        assertThat(read("/v1/articles.rss").headers().getValues("Vary")).containsExactly("Accept-Encoding");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormFollowsWhatIsPublishedAndWithdrawn(Format format) {
        String address = feed(format.extension());
        read(address).then().statusCode(200).body(containsString(slug()));
        // a node hears of its own publication twice
        await().untilAsserted(() -> read(address).then().header("Cache-Status", equalTo("Dateline; hit")));
        patch("articles", id(), "*", "{\"headline\": \"Closed again\"}").then().statusCode(200);
        publish("articles", id());
        assertThat(read(address).asString()).contains("Closed again");
        withdraw("articles", id());
        read(address).then().statusCode(200).body(not(containsString(id())));
        read("/v1/articles/" + id() + "." + format.extension())
                .then()
                .statusCode(410)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFeedOfNothingIsAFeed(Format format) {
        Response empty =
                read("/v1/articles." + format.extension() + "?tag=bridges-" + mark + "&published-before=1970-01-02");
        empty.then().statusCode(200).contentType(format.contentType());
        assertThat(empty.asString()).contains(mark);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anETagHoldsInEveryForm(Format format) {
        String etag = read(feed(format.extension())).header("ETag");
        reader().header("If-None-Match", etag)
                .urlEncodingEnabled(false)
                .get(feed(format.extension()))
                .then()
                .statusCode(304);
        reader().urlEncodingEnabled(false)
                .head(feed(format.extension()))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag));
    }

    @Test
    void nextLeadsThroughTheWholeFeed() {
        List<String> all = new ArrayList<>(List.of("urn:uuid:" + id()));
        for (int i = 0; i < 4; i++) {
            JsonNode another = published("""
                    {"language": "en", "headline": "More %d", "tags": ["bridges-%s"], "body": [{"type": "paragraph", "html": "x"}]}
                    """.formatted(i, mark));
            all.add(0, "urn:uuid:" + another.get("id").textValue());
        }
        List<String> found = new ArrayList<>();
        String next = feed("atom") + "&limit=2";
        while (next != null) {
            Xml page = xml(next);
            found.addAll(page.all("/feed/entry/id"));
            next = page.all("/feed/link[@rel='next']/@href").stream()
                    .findFirst()
                    .map(address -> address.replace("http://localhost:8080", ""))
                    .orElse(null);
        }
        assertThat(found).isEqualTo(all);
        assertThat(xml(feed("atom") + "&limit=2").one("/feed/id"))
                .isEqualTo(xml(next(feed("atom") + "&limit=2")).one("/feed/id"));
        assertThat(xml(next(feed("atom") + "&limit=2")).all("/feed/link[@rel='previous']/@href"))
                .hasSize(1);
        read(feed("atom") + "&limit=2").then().header("Link", containsString("</v1/articles.atom?cursor="));
    }

    private static String next(String address) {
        return xml(address).one("/feed/link[@rel='next']/@href").replace("http://localhost:8080", "");
    }

    @Test
    void aStoryListKeepsItsOrderItsHeadlinesAndItsLinksElsewhere() {
        JsonNode list = create("story-lists", """
                {"title": "Top %s", "language": "en", "items": [
                    {"url": "https://elsewhere.example/a", "headline": "Elsewhere"},
                    {"article": "%s", "headline": "In our words"}]}""".formatted(mark, id()));
        publish("story-lists", list.get("id").textValue());
        Xml atom = xml("/v1/story-lists/" + list.get("slug").textValue() + ".atom");
        assertThat(atom.one("/feed/title")).startsWith("Top " + mark);
        assertThat(atom.one("/feed/updated"))
                .isEqualTo(get("/v1/story-lists/" + list.get("slug").textValue())
                        .get("updatedAt")
                        .textValue());
        assertThat(atom.all("/feed/entry/title")).containsExactly("Elsewhere", "In our words");
        assertThat(atom.all("/feed/entry/id")).containsExactly("https://elsewhere.example/a", "urn:uuid:" + id());
        assertThat(atom.all("/feed/entry/content")).anyMatch(text -> text.contains("<em>six</em>"));
        JsonNode front = create("fronts", """
                {"title": "Front %s", "sections": [{"list": "%s"}]}""".formatted(mark, list.get("id").textValue()));
        publish("fronts", front.get("id").textValue());
        assertThat(xml("/v1/fronts/" + front.get("slug").textValue() + ".rss").all("/rss/channel/item/title"))
                .containsExactly("Elsewhere", "In our words");
    }

    @Test
    void theUpdatesOfALivePageAreAFeedThatLeadsToThePage() {
        JsonNode page = published("""
                {"kind": "live", "language": "en", "headline": "Live %s"}""".formatted(mark));
        JsonNode update = create("live-updates", """
                {"article": "%s", "body": [{"type": "paragraph", "html": "Something <em>happened</em>."}]}
                """.formatted(page.get("id").textValue()));
        publish("live-updates", update.get("id").textValue());
        Xml atom = xml("/v1/articles/" + page.get("slug").textValue() + "/updates.atom");
        assertThat(atom.one("/feed/title")).startsWith("Live " + mark);
        assertThat(atom.one("/feed/entry/title")).isEqualTo("Something happened.");
        assertThat(atom.one("/feed/entry/link[@rel='alternate']/@href"))
                .isEqualTo("https://news.example.org/en/" + page.get("slug").textValue() + "#"
                        + update.get("id").textValue());
        read("/v1/articles/" + page.get("slug").textValue() + ".jsonld")
                .then()
                .body("'@type'", equalTo("LiveBlogPosting"))
                .body("liveBlogUpdate[0].articleBody", equalTo("Something happened."));
    }

    @Test
    void aLivePageByItselfHasItsUpdatesInEveryForm() {
        JsonNode page = published("""
                {"kind": "live", "language": "en", "headline": "Live %s"}""".formatted(mark));
        JsonNode update = create("live-updates", """
                {"article": "%s", "title": "Ribbon & cut", "body": [{"type": "paragraph", "html": "Something <em>happened</em>."}]}
                """.formatted(page.get("id").textValue()));
        publish("live-updates", update.get("id").textValue());
        for (Format format : Format.values()) {
            read("/v1/articles/" + page.get("slug").textValue() + "." + format.extension())
                    .then()
                    .statusCode(200)
                    .body(containsString("Ribbon &"));
        }
    }

    @Test
    void aLinkElsewhereIsNotOurs() {
        JsonNode list = create("story-lists", """
                {"title": "Elsewhere %s", "items": [{"url": "https://elsewhere.example/a", "headline": "Theirs"}]}""".formatted(mark));
        publish("story-lists", list.get("id").textValue());
        String address = "/v1/story-lists/" + list.get("slug").textValue();
        assertThat(xml(address + ".atom").one("/feed/entry/author/name")).isEqualTo("elsewhere.example");
        JsonNode element = json(address + ".jsonld").at("/itemListElement/0");
        assertThat(element.path("url").textValue()).isEqualTo("https://elsewhere.example/a");
        assertThat(element.has("item")).isFalse();
        assertThat(json(address + ".ninjs").at("/associations")).isEmpty();
    }

    @Test
    void whatCanBeHeardIsAnEnclosure() {
        JsonNode heard = published("""
                {"language": "en", "headline": "Heard %s",
                 "body": [{"type": "audio", "url": "https://media.example.org/a.mp3", "mediaType": "audio/mpeg"}]}""".formatted(mark));
        String address = "/v1/articles/" + heard.get("slug").textValue();
        assertThat(xml(address + ".rss").one("/rss/channel/item/enclosure/@type"))
                .isEqualTo("audio/mpeg");
        assertThat(json(address + ".jsonfeed").at("/items/0/attachments/0/url").textValue())
                .isEqualTo("https://media.example.org/a.mp3");
    }

    @Test
    void whatAddressesSayThemselvesIsNotNegotiated() {
        for (String accept : List.of("application/json", "application/xml", "text/html")) {
            reader().accept(accept)
                    .get("/v1/sitemaps/news.xml")
                    .then()
                    .statusCode(200)
                    .contentType("application/xml;charset=utf-8");
            reader().accept(accept)
                    .get("/v1/articles/" + slug() + ".rss")
                    .then()
                    .statusCode(200);
        }
        reader().accept("application/xml").get("/v1/opensearch.xml").then().statusCode(200);
        reader().accept("application/xml")
                .get("/v1/opensearch.xml")
                .then()
                .header("Cache-Status", equalTo("Dateline; hit"));
    }

    @Test
    void theAddressOfAFeedIsTheSameHoweverItIsAsked() {
        String own = "http://localhost:8080/v1/articles.atom?limit=5&tag=bridges-" + mark;
        for (String spelling : List.of("&limit=5", "&limit=%35")) {
            assertThat(xml(feed("atom") + spelling).one("/feed/id")).isEqualTo(own);
        }
        String negotiated = reader().accept("application/atom+xml")
                .urlEncodingEnabled(false)
                .get("/v1/articles?tag=bridges-" + mark + "&limit=5")
                .asString();
        assertThat(Xml.of(negotiated).one("/feed/link[@rel='self']/@href")).isEqualTo(own);
    }

    @Test
    void aFormerSlugLeadsOnInTheSameForm() {
        String former = slug();
        patch("articles", id(), "*", "{\"slug\": \"moved-" + mark + "\"}")
                .then()
                .statusCode(200);
        publish("articles", id());
        read("/v1/articles/" + former + ".rss")
                .then()
                .statusCode(308)
                .header("Location", startsWith("/v1/articles/moved-" + mark + ".rss"))
                .header("Location", not(containsString("body=")));
    }

    @Test
    void uploadedPicturesHaveWholeAddresses() {
        String image = Pictures.upload(Pictures.jpeg(32, 32, 7)).get("id").textValue();
        JsonNode shown = published("""
                {"language": "en", "headline": "Shown %s", "image": {"id": "%s"},
                 "body": [{"type": "image", "image": {"id": "%2$s"}}]}""".formatted(mark, image));
        read("/v1/articles/" + shown.get("id").textValue() + ".jsonfeed")
                .then()
                .body("items[0].image", startsWith("http://localhost:8080/v1/media/"))
                .body("items[0].content_html", containsString("src=\"http://localhost:8080/v1/media/"));
    }

    @Test
    void theLeadPictureIsThereAlsoWithoutABody() {
        JsonNode page = published("""
                {"kind": "live", "language": "en", "headline": "Pictured %s",
                 "image": {"url": "https://img.example/bridge.jpg", "alt": "A bridge", "credit": "Vera"}}""".formatted(mark));
        String path = "/v1/articles/" + page.get("id").textValue();
        assertThat(read(path + ".md").asString()).contains("![A bridge](<https://img.example/bridge.jpg>)", "Vera");
        assertThat(xml(path + ".atom").one("/feed/entry/content")).contains("https://img.example/bridge.jpg", "Vera");
    }

    @Test
    void whatIsWrongIsAProblemThatPagesElsewhereCanRead() throws IOException {
        read("/v1/articles.xml")
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("detail", containsString(".atom, .rss"));
        read("/v1/articles.atom?body=html").then().statusCode(400).body("errors[0].parameter", equalTo("body"));
        read("/v1/articles.atom?tga=x").then().statusCode(400).body("errors[0].parameter", equalTo("tga"));
        assertThat(statusOf("/v1/articles.atom?tag=%zz")).as("as for JSON").isEqualTo(statusOf("/v1/articles?tag=%zz"));
        read("/v1/tags/minsk.atom").then().statusCode(404);
        read("/v1/articles/x" + ".json".repeat(1_500)).then().statusCode(404);
        reader().post("/v1/articles.atom").then().statusCode(405).header("Allow", containsString("GET"));
        read("/v1/articles/never-" + mark + ".atom").then().statusCode(404);
        read("/v1/articles/" + slug() + ".json").then().statusCode(200).contentType("application/json");
    }

    /** Of an address that no client library would send. */
    private static int statusOf(String target) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void cardsOnPurposeHaveNoText() {
        ObjectNode item = (ObjectNode) json(feed("jsonfeed") + "&view=card").at("/items/0");
        assertThat(item.path("content_text").textValue()).isEqualTo("Trams cross ]]> again.");
        assertThat(item.has("content_html")).isFalse();
    }

    @Test
    void sitemapsNameEveryPageOnce() {
        String month =
                article.at("/live/publishedAt").asText(Instant.now().toString()).substring(0, 7);
        assertThat(xml("/v1/sitemaps/index.xml").all("/sitemapindex/sitemap/loc"))
                .contains("http://localhost:8080/v1/sitemaps/" + month + "-1.xml");
        JsonNode elsewhere = published("""
                {"language": "en", "headline": "Theirs %s", "canonicalUrl": "https://other.example/%1$s",
                 "body": [{"type": "paragraph", "html": "x"}]}""".formatted(mark));
        String own = "https://news.example.org/en/" + slug();
        assertThat(pages(month))
                .containsOnlyOnce(own)
                .doesNotContain(
                        "https://news.example.org/en/" + elsewhere.get("slug").textValue());
        assertThat(xml("/v1/sitemaps/news.xml").all("/urlset/url/loc")).contains(own);
        withdraw("articles", id());
        assertThat(pages(month)).doesNotContain(own);
        assertThat(xml("/v1/sitemaps/news.xml").all("/urlset/url/loc")).doesNotContain(own);
        for (String wrong : List.of("1970-01-1", "2026-13-1", "2026-11-0", "x")) {
            read("/v1/sitemaps/" + wrong + ".xml").then().statusCode(404);
        }
    }

    private static List<String> pages(String month) {
        List<String> pages = new ArrayList<>();
        for (String sitemap : xml("/v1/sitemaps/index.xml").all("/sitemapindex/sitemap/loc")) {
            if (sitemap.contains("/" + month + "-")) {
                pages.addAll(xml(sitemap.replace("http://localhost:8080", "")).all("/urlset/url/loc"));
            }
        }
        return pages;
    }

    @Test
    void programsFindTheSearchAndTheApi() {
        Xml search = xml("/v1/opensearch.xml");
        assertThat(search.all("/OpenSearchDescription/Url/@template"))
                .contains(
                        "https://news.example.org/search?q={searchTerms}",
                        "http://localhost:8080/v1/search.atom?q={searchTerms}");
        reader().get("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .contentType("application/linkset+json")
                .body("linkset[0].anchor", endsWith("/v1"));
        assertThat(get("/v1").get("feed").textValue()).isEqualTo("/v1/articles.atom");
    }
}
