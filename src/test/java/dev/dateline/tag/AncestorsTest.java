package dev.dateline.tag;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.publish;
import static dev.dateline.Newsroom.reader;
import static dev.dateline.Newsroom.tree;
import static dev.dateline.Newsroom.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.DatelineTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breadcrumbs: a tag on an article says what stands above it. */
@DatelineTest
class AncestorsTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String top;
    private String article;

    @BeforeEach
    void anArticleCarriesTheLowestOfThree() {
        top = tag("europe", "{\"en\": \"Europe\", \"be\": \"Еўропа\"}", null);
        tag("belarus", "{\"en\": \"Belarus\", \"be\": \"Беларусь\"}", "europe");
        tag("minsk", "{\"en\": \"Minsk\", \"be\": \"Мінск\"}", "belarus");
        ObjectNode content = (ObjectNode) tree(article("be", "Навіна " + mark));
        content.withArray("tags").add("minsk-" + mark);
        article = create("articles", content.toString()).get("id").textValue();
    }

    private String tag(String word, String names, String parent) {
        ObjectNode tag = (ObjectNode) tree("{\"type\": \"place\"}");
        tag.put("slug", word + "-" + mark).set("names", tree(names));
        if (parent != null) {
            tag.put("parent", parent + "-" + mark);
        }
        return create("tags", tag.toString()).get("id").textValue();
    }

    private JsonNode ancestors() {
        return get("/v1/articles/" + article).at("/tags/0/ancestors");
    }

    @Test
    void anArticleNamesThemOutermostFirstInItsLanguage() {
        publish("articles", article);
        assertThat(ancestors().toString()).isEqualTo("""
                [{"slug":"europe-%1$s","name":"Еўропа"},{"slug":"belarus-%1$s","name":"Беларусь"}]""".formatted(mark));
        JsonNode card = get("/v1/articles?tag=minsk-" + mark).at("/items/0/tags/0");
        assertThat(card.has("ancestors")).isFalse();
    }

    @Test
    void whatStandsAboveAPublicTagIsPublicAndNoLonger() {
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
        publish("articles", article);
        assertThat(get("/v1/tags/minsk-" + mark).get("parent").textValue()).isEqualTo("belarus-" + mark);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(200);
        assertThat(get("/v1/articles?tag=europe-" + mark).has("unknown")).isFalse();
        withdraw("articles", article);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
        assertThat(get("/v1/articles?tag=europe-" + mark).get("unknown")).isNotEmpty();
    }

    @Test
    void aNewNameOrPlaceOfOneAboveIsSeenInTheArticle() {
        publish("articles", article);
        ancestors();
        patch("tags", top, "*", "{\"names\": {\"be\": \"Стары свет\"}}").then().statusCode(200);
        assertThat(ancestors().at("/0/name").textValue()).isEqualTo("Стары свет");
        String belarus = get("/v1/tags/belarus-" + mark).get("id").textValue();
        patch("tags", belarus, "*", "{\"parent\": null}").then().statusCode(200);
        assertThat(ancestors().findValuesAsText("slug")).containsExactly("belarus-" + mark);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
    }
}
