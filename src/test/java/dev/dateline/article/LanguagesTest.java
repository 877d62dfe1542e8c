package dev.dateline.article;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers of several languages get. */
@DatelineTest
class LanguagesTest {

    private final String series = "series-" + UUID.randomUUID();

    @Test
    void severalLanguagesAreReadTogetherInTheOrderOfTheirNews() {
        createTag("series", series, "Series " + series);
        String be = published("be", "Па-беларуску", null);
        String ru = published("ru", "По-русски", null);
        published("en", "In English", null);

        assertThat(ids("be,ru")).containsExactly(ru, be);
        assertThat(ids("ru,be")).containsExactly(ru, be);
        assertThat(ids("be")).containsExactly(be);
        String another = published("be", "Яшчэ адна", null);
        assertThat(ids("be,ru")).containsExactly(another, ru, be);
        String all = "/v1/articles?limit=1&language=en,fr";
        get(all);
        String french = published("fr", "En français", null);
        assertThat(get(all).at("/items/0/id").textValue()).isEqualTo(french);
        reader().get("/v1/articles?language=be,")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("language"));
    }

    @Test
    void listsCalloutsAndCorrectionsTakeSeveralLanguagesToo() {
        createTag("series", series, "Series " + series);
        String placement = "p-" + UUID.randomUUID();
        for (String language : List.of("be", "ru", "en")) {
            publish(
                    "story-lists",
                    create("story-lists", """
                    {"title": "%s", "language": "%s"}""".formatted(placement, language))
                            .get("id")
                            .textValue());
            publish(
                    "callouts",
                    create("callouts", """
                    {"title": "C", "label": "Give", "url": "https://example.org", "placement": "%s", "language": "%s"}""".formatted(placement, language))
                            .get("id")
                            .textValue());
            String article = published(language, "Corrected in " + language, null);
            patch("articles", article, "*", """
                    {"corrections": [{"type": "correction", "text": "%s"}]}""".formatted(placement)).then().statusCode(200);
            publish("articles", article);
        }
        assertThat(get("/v1/callouts?language=be,ru&placement=" + placement).get("items"))
                .hasSize(2);
        assertThat(found("/v1/story-lists?language=ru,be&limit=100", "title", placement))
                .hasSize(2);
        assertThat(found("/v1/corrections?language=en,be&limit=100", "text", placement))
                .hasSize(2);
        reader().get("/v1/corrections?language=be;ru")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("language"));
    }

    private static List<String> found(String path, String field, String text) {
        return get(path).get("items").findValuesAsText(field).stream()
                .filter(text::equals)
                .toList();
    }

    @Test
    void aReaderGetsTheTranslationInTheFirstLanguageThatThereIs() {
        createTag("series", series, "Series " + series);
        String ru = published("ru", "Только по-русски", null);
        String inBelarusian = "/v1/articles/" + ru + "?language=be&fallback=uk,ru";
        reader().get(inBelarusian).then().statusCode(200).body("id", equalTo(ru));
        reader().get("/v1/articles/" + ru + "?language=be&fallback=uk").then().statusCode(404);

        String be = published("be", "І па-беларуску", ru);
        assertThat(cards().get(0).at("/translations/0/id").textValue()).isEqualTo(ru);
        String slug = get("/v1/articles/" + ru).get("slug").textValue();
        reader().get(inBelarusian).then().statusCode(200).body("id", equalTo(be));
        for (String reference : List.of(ru, slug, be)) {
            reader().get("/v1/articles/" + reference + "?language=be").then().body("id", equalTo(be));
        }
        reader().get("/v1/articles/" + be + "?language=ru").then().body("id", equalTo(ru));
        reader().get("/v1/articles/" + be + "?language=en")
                .then()
                .statusCode(404)
                .body("languages", equalTo(List.of("be", "ru")));

        withdraw("articles", be);
        reader().get(inBelarusian).then().statusCode(200).body("id", equalTo(ru));
        reader().get("/v1/articles/" + ru + "?fallback=ru")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("fallback"));
    }

    @Test
    void aFallbackByASlugFollowsTheArticleAndNotItsFormerAddress() {
        createTag("series", series, "Series " + series);
        String ru = published("ru", "Адрес " + series, null);
        String slug = get("/v1/articles/" + ru).get("slug").textValue();
        String path = "/v1/articles/" + slug + "?language=be&fallback=ru";
        assertThat(get(path).get("id").textValue()).isEqualTo(ru);

        withdraw("articles", ru);
        reader().get(path).then().statusCode(410);
        String newSlug = "new-" + series;
        patch("articles", ru, "*", "{\"slug\": \"" + newSlug + "\"}");
        publish("articles", ru);
        reader().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(308)
                .header("Location", startsWith("/v1/articles/" + newSlug));
    }

    @Test
    void aLanguageFindsItsVariantsAndAVariantOnlyItself() {
        createTag("series", series, "Series " + series);
        String plain = published("be", "Звычайна", null);
        get("/v1/articles?language=be&limit=1");
        String classic = published("BE-Tarask", "Клясычна", plain);
        String legacy = published("bel", "Яшчэ", null);
        assertThat(ids("be")).containsExactly(legacy, classic, plain);
        assertThat(ids("be-TARASK")).containsExactly(classic);
        assertThat(get("/v1/articles?language=be&limit=1").at("/items/0/id").textValue())
                .isEqualTo(legacy);
        assertThat(get("/v1/articles/" + legacy).get("language").textValue()).isEqualTo("be");
        String russian = published("ru", "По-русски", legacy);
        reader().get("/v1/articles/" + russian + "?language=be").then().body("id", equalTo(legacy));
        String onlyClassic = published("ru", "Яшчэ раз", null);
        String variant = published("be-tarask", "Яшчэ раз", onlyClassic);
        reader().get("/v1/articles/" + onlyClassic + "?language=be").then().body("id", equalTo(variant));
        editor().get("/v1/editorial/articles?language=be&tag=" + series).then().body("items", hasSize(4));
    }

    @Test
    void onlyWhatIsChosenByTheReadersLanguageIsNotKept() {
        for (String path : List.of("/v1/articles?tag=auto", "/v1/articles?limit=1&tag=auto")) {
            get(path);
            reader().get(path).then().header("Cache-Status", containsString("hit"));
        }
        for (String path : List.of("/v1/articles?language=auto", "/v1/articles?limit=1&language=auto")) {
            reader().get(path);
            reader().get(path).then().header("Cache-Status", containsString("bypass"));
        }
    }

    @Test
    void aSlugInALanguageIsThatOfTheLanguageItselfBeforeAVariant() {
        createTag("series", series, "Series " + series);
        String slug = "shared-" + series;
        String variant =
                create("articles", withSlug("be-tarask", slug)).get("id").textValue();
        publish("articles", variant);
        String plain = create("articles", withSlug("be", slug)).get("id").textValue();
        publish("articles", plain);
        reader().get("/v1/articles/" + slug + "?language=be").then().body("id", equalTo(plain));
        reader().get("/v1/articles/" + slug + "?language=be-tarask").then().body("id", equalTo(variant));
        withdraw("articles", plain);
        reader().get("/v1/articles/" + slug + "?language=be&fallback=be-tarask")
                .then()
                .body("id", equalTo(variant));
        reader().get("/v1/articles/" + slug + "?language=be&fallback=" + "ru,en,uk,pl,lt,lv,et,de,fr,es,it")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("fallback"));
    }

    private static String withSlug(String language, String slug) {
        return ((ObjectNode) tree(article(language, "Headline")))
                .put("slug", slug)
                .toString();
    }

    @Test
    void autoLeadsToTheFirstLanguageOfTheReaderInWhichThereIsSomething() {
        createTag("series", series, "Series " + series);
        String be = published("be", "Аўта", null);
        String ru = published("ru", "Авто", be);
        String path = "/v1/articles?tag=" + series + "&language=auto";
        reader().header("Accept-Language", "tlh, be-BY;q=0.9, ru;q=0.8, en;q=0")
                .get(path)
                .then()
                .statusCode(307)
                .header("Location", equalTo("/v1/articles?language=be&tag=" + series));
        assertThat(reader().get(path).headers().getValues("Vary")).contains("Accept", "Accept-Language");
        reader().header("Accept-Language", "ru, be;q=0.1")
                .get(path)
                .then()
                .header("Location", containsString("language=ru"));
        for (String nothing : List.of("tlh", "*", ";;;", "x".repeat(2_000))) {
            reader().header("Accept-Language", nothing)
                    .get(path)
                    .then()
                    .statusCode(307)
                    .header("Location", equalTo("/v1/articles?tag=" + series));
        }
        reader().header("Accept-Language", "be, ru;q=0.5")
                .get("/v1/articles/" + ru + "?language=auto")
                .then()
                .statusCode(307)
                .header("Location", startsWith("/v1/articles/" + ru + "?fallback=ru"));
        published("en", "Elsewhere", null);
        reader().redirects()
                .follow(true)
                .header("Accept-Language", "en")
                .get("/v1/articles/" + ru + "?language=auto")
                .then()
                .statusCode(200);
        reader().get("/v1/articles/" + ru + "?language=be-BY").then().body("id", equalTo(be));
        reader().header("Accept-Language", "tlh")
                .get("/v1/articles/" + ru + "?language=auto&fallback=be")
                .then()
                .statusCode(307)
                .header("Location", startsWith("/v1/articles/" + ru + "?fallback="))
                .header("Location", endsWith("&language=be"));
        reader().get("/v1/corrections?language=auto")
                .then()
                .statusCode(307)
                .header("Location", equalTo("/v1/corrections"));
    }

    private String published(String language, String headline, @Nullable String translationOf) {
        ObjectNode content = (ObjectNode) tree(article(language, headline));
        content.putArray("tags").add(series);
        content.put("translationOf", translationOf);
        String id = create("articles", content.toString()).get("id").textValue();
        publish("articles", id);
        return id;
    }

    private List<String> ids(String languages) {
        List<String> ids = new ArrayList<>();
        get("/v1/articles?tag=" + series + "&language=" + languages)
                .get("items")
                .forEach(card -> ids.add(card.get("id").textValue()));
        return ids;
    }

    private JsonNode cards() {
        return get("/v1/articles?tag=" + series).get("items");
    }

    @Test
    void theAddressThatAutoLeadsToIsWrittenAsItWasAsked() {
        reader().urlEncodingEnabled(false)
                .header("Accept-Language", "be")
                .get("/v1/articles/%D0%BC%D1%96%D1%80%0D%0A?language=auto")
                .then()
                .statusCode(307)
                .header("Location", startsWith("/v1/articles/%D0%BC%D1%96%D1%80%0D%0A?"));
    }
}
