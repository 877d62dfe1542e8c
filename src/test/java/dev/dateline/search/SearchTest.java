package dev.dateline.search;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers find, and what they must not find. */
@DatelineTest
class SearchTest {

    private final String series = "found-" + UUID.randomUUID();

    @BeforeEach
    void oneSeriesForEachTest() {
        await().until(() ->
                reader().get("/v1/search?q=index").statusCode() == 200); // it is made when the program starts
        createTag("series", series, "Found");
    }

    private String draft(String language, String headline, String text) {
        ObjectNode content = (ObjectNode) tree("{\"body\": [{\"type\": \"paragraph\"}]}");
        content.put("language", language)
                .put("headline", headline)
                .withArray("tags")
                .add(series);
        ((ObjectNode) content.at("/body/0")).put("html", text);
        return create("articles", content.toString()).get("id").textValue();
    }

    private String published(String language, String headline, String text) {
        String id = draft(language, headline, text);
        publish("articles", id);
        return id;
    }

    private JsonNode search(String query, String more) {
        return tree(reader().queryParam("q", query)
                .queryParam("tag", series)
                .get("/v1/search" + more)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private List<String> found(String query) {
        return ids(search(query, ""));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Мосты открыли снова       | мостом
            ru | Речь о журналистах        | журналист
            ru | Всё о Тихановской         | Тихановская
            ru | Ёлка на площади           | елку
            be | У Мінску адкрылі масты    | мост
            be | Сустрэча з журналістамі   | журналіст
            be | Вада прыбывае             | воды
            be | Ля ракі                   | рацэ
            uk | Мости відкрито            | мостами
            uk | Зустріч із журналістами   | журналіст
            en | Bridges reopened          | bridge
            en | The reporter’s notes      | reporter
            """)
    void aWordIsFoundInAnyOfItsForms(String language, String headline, String query) {
        String id = published(language, headline, "Тэкст.");
        assertThat(found(query)).containsExactly(id);
        assertThat(ids(search(query, "?language=" + language))).containsExactly(id);
    }

    @Test
    void theBestComeFirstAndTheNewestWhenThatIsAsked() {
        String both = published("en", "The old ferry and the new bridge", "Text.");
        String inHeadline = published("en", "A bridge", "Text.");
        String inBody = published("en", "News", "About the bridge, among many other things that happened here.");
        published("en", "Something else", "Text.");
        assertThat(found("ferry bridge")).startsWith(both).hasSize(3);
        assertThat(found("bridge"))
                .containsExactlyInAnyOrder(both, inHeadline, inBody)
                .endsWith(inBody);
        assertThat(ids(search("bridge", "?order=newest"))).containsExactly(inBody, inHeadline, both);
        assertThat(ids(search("ferry bridge", "?order=newest"))).containsExactly(both);
    }

    @Test
    void phrasesExclusionsChoicesAndBeginningsAreUnderstood() {
        String red = published("en", "Red car, blue house", "Text.");
        String blue = published("en", "Blue car, red house", "Text.");
        assertThat(found("\"blue car\"")).containsExactly(blue);
        assertThat(found("\"blue car")).containsExactly(blue);
        assertThat(found("car -\"red car\"")).containsExactly(blue);
        assertThat(found("\"red car\" OR \"red house\"")).containsExactlyInAnyOrder(red, blue);
        assertThat(found("hous*")).hasSize(2);
        assertThat(found("-\"blue car\"")).containsExactly(red);
    }

    @Test
    void aTagIsFoundByItsNameInAnyLanguage() {
        String tag = create("tags", """
                {"type": "person", "names": {"be": "Сцяпан Кульбака", "en": "Stsiapan Kulbaka"}}""").get("id").textValue();
        String id = draft("en", "Somebody", "Text.");
        patch("articles", id, "*", "{\"tags\": [\"" + series + "\", \"" + tag + "\"]}")
                .then()
                .statusCode(200);
        publish("articles", id);
        assertThat(found("кульбаку")).containsExactly(id);
        assertThat(found("kulbaka")).containsExactly(id);
    }

    @Test
    void onlyWhatIsPublicNowIsFoundAndAtOnce() {
        String id = draft("en", "Secret ferry", "Text.");
        assertThat(found("ferry")).isEmpty();
        publish("articles", id);
        assertThat(found("ferry")).containsExactly(id);
        patch("articles", id, "*", "{\"headline\": \"Open tunnel\"}").then().statusCode(200);
        assertThat(found("tunnel")).isEmpty();
        publish("articles", id);
        assertThat(found("tunnel")).containsExactly(id);
        assertThat(found("secret")).isEmpty();
        withdraw("articles", id);
        assertThat(found("tunnel")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherInBothOrders() {
        for (int i = 0; i < 7; i++) {
            published("en", "Ferry " + i, "Text.");
        }
        for (String order : List.of("relevance", "newest")) {
            List<String> whole = ids(search("ferry", "?order=" + order));
            List<String> paged = new ArrayList<>();
            JsonNode page = search("ferry", "?limit=3&order=" + order);
            assertThat(page.at("/count/value").intValue()).isEqualTo(7);
            while (true) {
                paged.addAll(ids(page));
                if (!page.has("next")) {
                    break;
                }
                page = tree(reader().urlEncodingEnabled(false)
                        .get(page.get("next").textValue())
                        .asString());
            }
            assertThat(paged).as(order).isEqualTo(whole).hasSize(7);
            JsonNode before = tree(reader().urlEncodingEnabled(false)
                    .get(page.get("previous").textValue())
                    .asString());
            assertThat(ids(before)).as(order).isEqualTo(whole.subList(3, 6));
        }
    }

    @Test
    void nothingThatIsWrittenIsAnErrorOfGrammar() {
        published("en", "Ferry", "Text.");
        for (String query :
                List.of("\"", "-", "OR", "*", "((", "!?", "a OR", "AND NOT", "\"\" -\"\"", "ferry~2^4", "x:y")) {
            search(query, "");
        }
        assertThat(found("ferry \"")).hasSize(1);
        search(IntStream.range(0, 60).mapToObj(i -> "слова" + i).collect(Collectors.joining(" ")), "");
        assertThat(search("word ".repeat(190), "").get("items")).isEmpty();
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        reader().get("/v1/search").then().statusCode(400).body("errors[0].parameter", equalTo("q"));
        reader().queryParam("q", "x".repeat(1001))
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("q"));
        reader().get("/v1/search?q=a&order=best").then().statusCode(400).body("errors[0].parameter", equalTo("order"));
        reader().get("/v1/search?q=a&fuzzy=1").then().statusCode(400).body("errors[0].parameter", equalTo("fuzzy"));
        reader().get("/v1/search?q=a&cursor=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }
}
