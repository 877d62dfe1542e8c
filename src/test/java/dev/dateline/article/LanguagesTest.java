package dev.dateline.article;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.createTag;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
        createTag("series", series, "Series");
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
        createTag("series", series, "Series");
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
        createTag("series", series, "Series");
        String ru = published("ru", "Только по-русски", null);
        String inBelarusian = "/v1/articles/" + ru + "?language=be&fallback=uk,ru";
        reader().get(inBelarusian).then().statusCode(200).body("id", equalTo(ru));
        reader().get("/v1/articles/" + ru + "?language=be&fallback=uk").then().statusCode(404);

        String be = published("be", "І па-беларуску", ru);
        assertThat(cards().get(0).at("/translations/0/id").textValue()).isEqualTo(ru);
        String slug = get("/v1/articles/" + be).get("slug").textValue();
        reader().redirects()
                .follow(false)
                .get(inBelarusian)
                .then()
                .statusCode(307)
                .header("Location", startsWith("/v1/articles/" + slug + "?"));
        reader().redirects()
                .follow(true)
                .get(inBelarusian)
                .then()
                .statusCode(200)
                .body("id", equalTo(be));

        withdraw("articles", be);
        reader().get(inBelarusian).then().statusCode(200).body("id", equalTo(ru));
        reader().get("/v1/articles/" + ru + "?fallback=ru")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("fallback"));
    }

    @Test
    void aFallbackByASlugFollowsTheArticleAndNotItsFormerAddress() {
        createTag("series", series, "Series");
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
}
