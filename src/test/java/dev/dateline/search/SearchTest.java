package dev.dateline.search;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.json;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import dev.dateline.http.Cursor;
import dev.dateline.http.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        createTag("series", series, "Found " + series);
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
                .get("/v1/search" + more.replaceFirst("^&", "?"))
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
            be | Лёд на рацэ               | лёду
            be | Шахцёры страйкуюць        | шахцёраў
            be | Ля ракі                   | рацэ
            uk | Мости відкрито            | мостами
            uk | Зустріч із журналістами   | журналіст
            en | Bridges reopened          | bridge
            en | The reporter’s notes      | reporter
            be | Новая п’еса               | п"еса
            be | Старая п’еса              | п′есы
            en | The teachers              | ｔｅａｃｈｅｒ
            en | ﬁnance ministers          | finance
            """)
    void aWordIsFoundInAnyOfItsForms(String language, String headline, String query) {
        String id = published(language, headline, "Тэкст.");
        assertThat(found(query)).containsExactly(id);
        assertThat(ids(search(query, "?language=" + language))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            be | Канцлер Нямеччыны ў Мінску    | Германия
            be | Канцлер Нямеччыны ў Мінску    | Germany
            ru | Канцлер Германии             | Нямеччына
            uk | Канцлер Німеччини             | Germany
            en | The chancellor of Germany     | Німеччина
            uk | Перемовини у Відні            | Вена
            ru | Мэр Киева                    | Київ
            en | The mayor of Kyiv             | Киев
            ru | Резолюция ООН                | UN
            en | Poles in Warsaw               | Варшава
            """)
    void aPlaceIsFoundByWhatItIsCalledInAnotherLanguage(String language, String headline, String query) {
        String id = published(language, headline, "Тэкст.");
        assertThat(found(query)).containsExactly(id);
        assertThat(found("-" + query)).containsExactly(id); // who excludes a word means the word
        assertThat(ids(search(query, "?language=" + language))).containsExactly(id);
    }

    @Test
    void whatOnlyLooksLikeAPlaceIsNoPlace() {
        String country = published("en", "A vote in the USA", "Text.");
        published("en", "They told us", "Text.");
        assertThat(found("США")).containsExactly(country);
    }

    @Test
    void aPlaceThatIsCalledOtherwiseIsNoMistake() {
        String id = published("be", "Выбары ў Нямеччыне", "Тэкст.");
        published("be", "Аўтар з германцаў", "Тэкст пра германію.");
        JsonNode page = search("Германия", "&language=be");
        assertThat(ids(page)).contains(id);
        assertThat(page.has("spelling")).isFalse();
    }

    @Test
    void aPlaceIsFoundInTheFormsThatABelarusianSentenceGivesIt() {
        String id = published("be", "Сустрэчы ў Вільні, Рызе, Кітаі і Львове", "Тэкст.");
        for (String query : List.of("Вильнюс", "Vilnius", "Рига", "Riga", "Китай", "China", "Lviv")) {
            assertThat(found(query)).as(query).containsExactly(id);
        }
    }

    @Test
    void whatNobodySeesInAPastedQueryDoesNotMatter() {
        String id = published("ru", "Мост открыт, авто\u202Aдром\u202C закрыт", "Текст.");
        for (String unseen : List.of("\uFEFF", "\u200E", "\u2060", "\u200C", "\u202E", "\u2066", "\u180E")) {
            assertThat(found("мост" + unseen)).containsExactly(id);
            assertThat(found("мо" + unseen + "ст")).containsExactly(id);
        }
        assertThat(found("автодром")).containsExactly(id);
    }

    @Test
    void marksOnLatinLettersMayBeLeftOutOrWritten() {
        String cafe = published("en", "The old café reopens", "Text.");
        String house = published("pl", "Żółw w Łodzi", "Tekst.");
        assertThat(found("cafe")).containsExactly(cafe);
        assertThat(found("CAFÉ")).containsExactly(cafe);
        assertThat(found("zolw")).containsExactly(house);
        assertThat(found("żółw")).containsExactly(house);
        assertThat(found("zol*")).containsExactly(house);
        assertThat(found("zolv"))
                .as("no word that only looks like one is proposed")
                .isEmpty();
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
        assertThat(search("ж".repeat(600), "").get("items")).isEmpty();
        assertThat(search("a-" + "b-".repeat(400), "").get("items")).isEmpty();
        search("пр* ко* по* на* за* ".repeat(10), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Тихановская встретилась с Макроном   | Ціханоўская Макрон, Тихановська Макрон, Tsikhanouskaya Macron, Cichanoŭskaja, tikhanovskaya macron
            be | Лукашэнка прыляцеў у Сочы           | Лукашенко, Lukashenko, Łukašenka, лукашэнку
            uk | Зеленський прибув до Харкова        | Зеленский, Зяленскі, Zelensky, Zelenskyy Kharkiv
            en | Navalny was moved from Kharp        | Навальный, Навальны, Навальний
            """)
    void aNameIsFoundInEveryAlphabet(String language, String headline, String queries) {
        String id = published(language, headline, "Text.");
        published(language, "Somebody else", "Text.");
        for (String query : queries.split(",", -1)) {
            assertThat(found(query.strip())).as(query).containsExactly(id);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Привет, Минск            | ghbdtn          | привет
            ru | Новости о журналистах    | novosti         | новости
            be | Навіны пра выбары        | yfdbys          | навіны
            ru | Забастовка шахтёров      | забастовга      | забастовка
            en | Parliament adjourned     | parlaiment      | parliament
            ru | Правительство уволено    | провительство   | правительство
            ru | Выборы без победы        | ds,jhs          | выборы
            ru | Хлеб подорожал           | '[kt,'          | хлеб
            ru | Тысяча рублей            | he,ktq          | рублей
            uk | Їжаки в лісі             | іжаки           | їжаки
            """)
    void whatIsMistypedIsUnderstoodAndSaid(String language, String headline, String query, String meant) {
        String id = published(language, headline, "Text.");
        JsonNode page = search(query, "");
        assertThat(ids(page)).containsExactly(id);
        assertThat(page.at("/spelling/query").textValue()).isEqualTo(meant);
    }

    @Test
    void aLetterThatManyWriteForAnotherIsUnderstood() {
        String id = published("uk", "Новий ґанок школи", "Текст.");
        JsonNode page = search("ганок", "?language=uk");
        assertThat(ids(page)).containsExactly(id);
        assertThat(page.at("/spelling/query").textValue()).isEqualTo("ґанок");
    }

    @Test
    void itIsSaidWhetherWhatWasMeantWasSearched() {
        published("ru", "Привет", "Текст.");
        published("en", "Parliament", "Text.");
        assertThat(search("ghbdtn", "").at("/spelling/searched").booleanValue()).isTrue();
        JsonNode soundsAlike = search("parlaiment", "");
        assertThat(soundsAlike.get("items")).hasSize(1);
        assertThat(soundsAlike.at("/spelling/searched").booleanValue()).isFalse();
        assertThat(search("parliament", "").has("spelling")).isFalse();
        assertThat(search("qqqqwwww", "").has("spelling")).isFalse();
        assertThat(search("ІЖЩЬК", "").has("spelling")).isFalse();
        assertThat(search("parliament,qqqq", "").has("spelling")).isFalse();
        assertThat(tree(reader().get("/v1/search?q=x&tag=never-there").asString())
                        .at("/unknown/0")
                        .textValue())
                .isEqualTo("never-there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Песьня пра сьнег       | песня снег
            Сустрэча ў парлямэнце  | парламент
            Плян на жыцьцё         | план жыццё
            Эўрапейскі зьезд       | з'езд
            Śnieh i piesnia        | снег песня
            Biełaruskija haviny    | беларускія
            """)
    void bothOrthographiesOfBelarusianAndLacinkaMeet(String headline, String query) {
        String id = published("be", headline, "Тэкст.");
        assertThat(ids(search(query, "?order=newest"))).containsExactly(id);
    }

    @Test
    void wordsAreMarkedAndEverythingElseIsEscaped() {
        String id = published(
                "ru", "Мосты <открыли> & снова", "Сначала другое. Потом у моста собрались люди. И ещё о мостах.");
        JsonNode marked = search("мост", "?highlight=true").at("/highlights/" + id);
        assertThat(marked.get("headline").textValue()).isEqualTo("<mark>Мосты</mark> &lt;открыли&gt; &amp; снова");
        assertThat(marked.get("body").textValue()).contains("у <mark>моста</mark> собрались", "о <mark>мостах</mark>");
        assertThat(search("\"собрались люди\"", "?highlight=true")
                        .at("/highlights/" + id + "/body")
                        .textValue())
                .contains("<mark>собрались</mark> <mark>люди</mark>");
        assertThat(search("мост", "").has("highlights")).isFalse();
    }

    @Test
    void whatIsFoundIsCounted() {
        published("ru", "Мост", "Текст.");
        published("ru", "Мост и река", "Текст.");
        published("be", "Мост", "Тэкст.");
        published("be", "Рака", "Тэкст.");
        JsonNode facets = search("мост", "?facets=tag,language,kind,month").get("facets");
        assertThat(facets.get("tag")).hasSize(1);
        assertThat(facets.at("/tag/0/value").textValue()).isEqualTo(series);
        assertThat(facets.at("/tag/0/names/en").textValue()).isEqualTo("Found " + series);
        assertThat(facets.at("/tag/0/count").intValue()).isEqualTo(3);
        assertThat(facets.at("/language/0/value").textValue()).isEqualTo("ru");
        assertThat(facets.at("/language/0/count").intValue()).isEqualTo(2);
        assertThat(facets.at("/kind/0/value").textValue()).isEqualTo("article");
        assertThat(facets.at("/month/0/count").intValue()).isEqualTo(3);
    }

    private static JsonNode suggest(String text) {
        return tree(reader().queryParam("q", text)
                .get("/v1/suggest")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void headlinesAndTagsAreCompletedWhileSomebodyTypes() {
        String word = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        createTag("topic", word.toLowerCase(java.util.Locale.ROOT), word + " affair");
        String draft = draft("en", word + " is a secret", "Text.");
        String id = draft("en", "Bridge of " + word, "Text.");
        patch("articles", id, "*", "{\"tags\": [\"" + word.toLowerCase(java.util.Locale.ROOT) + "\"]}")
                .then()
                .statusCode(200);
        publish("articles", id);
        for (String typed : List.of(
                word.substring(0, 7), word, word.substring(0, 6) + " bri", word.toUpperCase(java.util.Locale.ROOT))) {
            JsonNode suggested = suggest(typed);
            assertThat(suggested.get("articles")).as(typed).hasSize(1);
            assertThat(suggested.at("/articles/0/id").textValue()).isEqualTo(id).isNotEqualTo(draft);
            assertThat(suggested.at("/articles/0/href").textValue()).isEqualTo("/v1/articles/" + id);
            assertThat(suggested.at("/articles/0/headline").textValue()).isEqualTo("Bridge of " + word);
        }
        assertThat(suggest(word.substring(0, 7)).at("/tags/0/names/en").textValue())
                .isEqualTo(word + " affair");
        assertThat(suggest(word.substring(0, 7) + "j" + word.substring(8)).get("articles"))
                .as("with a mistake")
                .hasSize(1);
        assertThat(suggest("?!").get("articles")).isEmpty();
        withdraw("articles", id);
        assertThat(suggest(word).get("articles")).isEmpty();
        assertThat(suggest(word).get("tags")).isEmpty();
    }

    @Test
    void whatIsAboutTheSameIsRelated() {
        String topic = "rare-" + UUID.randomUUID();
        createTag("topic", topic, "Rare " + topic);
        List<String> ids = new ArrayList<>();
        for (String headline : List.of("First", "Second", "Third")) {
            String id = draft("en", headline, "Text.");
            if (!headline.equals("Third")) {
                patch("articles", id, "*", "{\"tags\": [\"" + topic + "\", \"" + series + "\"]}");
            }
            publish("articles", id);
            ids.add(id);
        }
        String other = published("ru", "Первый", "Текст.");
        JsonNode related =
                tree(reader().get("/v1/articles/" + ids.get(0) + "/related").asString());
        assertThat(ids(related)).startsWith(ids.get(1), ids.get(2)).doesNotContain(ids.get(0), other);
        withdraw("articles", ids.get(1));
        assertThat(ids(tree(reader().get("/v1/articles/" + ids.get(0) + "/related?limit=1")
                        .asString())))
                .containsExactly(ids.get(2));
        reader().get("/v1/articles/" + ids.get(1) + "/related").then().statusCode(410);
        reader().get("/v1/articles/never-there/related").then().statusCode(404);
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
        reader().get("/v1/search?q=a&facets=author")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("facets"));
        reader().get("/v1/search?q=a&highlight=2")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("highlight"));
        reader().get("/v1/search?q=a&fuzzy=1").then().statusCode(400).body("errors[0].parameter", equalTo("fuzzy"));
        reader().get("/v1/search?q=a&cursor=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void whatIsVeryOldIsFoundAndKeepsNothingElseFromBeingFound() {
        String id = draft("en", "Gutenberg prints", "Vellum.");
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("publishedAt", "1455-02-23T00:00:00Z"))
                .put("/v1/editorial/articles/" + id + "/publication")
                .then()
                .statusCode(200);
        String later = published("en", "Vellum today", "Still made.");

        assertThat(ids(search("vellum", "?order=newest"))).containsExactly(later, id);
        assertThat(search("vellum", "").get("items")).hasSize(2);
        reader().get("/health/ready").then().body("checks.find { it.name == 'search' }.data.isFailing", equalTo(false));
    }

    @Test
    void aPageThatWasMadeBeforeMidnightLeadsOn() {
        for (int i = 0; i < 3; i++) {
            published("en", "Midnight " + i, "Bells.");
        }
        String query = "?limit=1&cursor=";
        String today = search("midnight", "?limit=1").get("next").textValue().replaceAll(".*cursor=([^&]*).*", "$1");
        SearchParameters parameters = new SearchParameters();
        parameters.q = "midnight";
        parameters.tag = series;
        SearchRequest asked = parameters.read(new Parameters());
        String yesterday = Objects.requireNonNull(Cursor.decode(today, asked.toString()))
                .encode(asked.yesterday().toString());

        assertThat(search("midnight", query + yesterday).get("items")).hasSize(1);
        String older = Objects.requireNonNull(Cursor.decode(today, asked.toString()))
                .encode(asked.yesterday().yesterday().toString());
        reader().queryParam("q", "midnight")
                .queryParam("tag", series)
                .get("/v1/search" + query + older)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void thatThereIsNothingIsNotKeptLongerBecauseSomethingEndsSoon() {
        String ending = draft("en", "Ends soon", "Ending.");
        editor().header("If-Match", "*")
                .contentType("application/json")
                .body(json("until", Instant.now().plusSeconds(3_600)))
                .put("/v1/editorial/articles/" + ending + "/publication")
                .then()
                .statusCode(200);

        reader().get("/v1/articles/never-was-" + series + "/related")
                .then()
                .statusCode(404)
                .header(
                        "Cache-Control",
                        allOf(containsString("stale-while-revalidate=0"), not(containsString("86400"))));
    }

    @Test
    void whatIsRelatedToAWithdrawnArticleIsGoneWithIt() {
        String id = published("en", "Related once", "Bells.");
        reader().get("/v1/articles/" + id + "/related").then().statusCode(200);

        withdraw("articles", id);

        reader().get("/v1/articles/" + id + "/related").then().statusCode(410);
        reader().get("/v1/articles/" + UUID.randomUUID() + "/related").then().statusCode(404);
    }
}
