package dev.dateline.tag;

import static dev.dateline.Newsroom.article;
import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
        top = tag("europe", "{\"en\": \"Europe %1$s\", \"be\": \"Еўропа %1$s\"}".formatted(mark), null);
        tag("belarus", "{\"en\": \"Belarus %1$s\", \"be\": \"Беларусь %1$s\"}".formatted(mark), "europe");
        tag("minsk", "{\"en\": \"Minsk\", \"be\": \"Мінск\"}", "belarus");
        ObjectNode content = (ObjectNode) tree(article("be", "Навіна " + mark));
        content.withArray("tags").add("minsk-" + mark);
        article = create("articles", content.toString()).get("id").textValue();
    }

    private String tag(String word, String names, String parent) {
        ObjectNode tag = (ObjectNode) tree("{\"type\": \"place\"}");
        tag.put("slug", word + "-" + mark).set("names", tree(names));
        if (parent != null) {
            tag.putArray("parents").add(parent + "-" + mark);
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
                [{"slug":"europe-%1$s","name":"Еўропа %1$s"},{"slug":"belarus-%1$s","name":"Беларусь %1$s"}]""".formatted(mark));
        JsonNode card = get("/v1/articles?tag=minsk-" + mark).at("/items/0/tags/0");
        assertThat(card.has("ancestors")).isFalse();
    }

    @Test
    void whatStandsAboveAPublicTagIsPublicAndNoLonger() {
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
        publish("articles", article);
        assertThat(get("/v1/tags/minsk-" + mark).at("/parents/0/slug").textValue())
                .isEqualTo("belarus-" + mark);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(200);
        assertThat(get("/v1/articles?tag=europe-" + mark).has("unknown")).isFalse();
        withdraw("articles", article);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
        assertThat(get("/v1/articles?tag=europe-" + mark).get("unknown")).isNotEmpty();
    }

    @Test
    void whetherAnyTagOfAFilterIsPublicIsSeenAtOnce() {
        tag("topic", "{\"en\": \"Topic %s\"}".formatted(mark), null);
        ObjectNode content = (ObjectNode) tree(article("be", "Іншая " + mark));
        content.withArray("tags").add("topic-" + mark);
        String other = create("articles", content.toString()).get("id").textValue();
        publish("articles", article);
        publish("articles", other);
        for (String filter : List.of("minsk-%1$s,topic-%1$s", "minsk-%1$s,-topic-%1$s", "minsk-%1$s%%7Ctopic-%1$s")) {
            assertThat(get("/v1/articles?tag=" + filter.formatted(mark)).has("unknown"))
                    .isFalse();
        }
        withdraw("articles", other);
        for (String filter : List.of("minsk-%1$s,topic-%1$s", "minsk-%1$s,-topic-%1$s", "minsk-%1$s%%7Ctopic-%1$s")) {
            assertThat(get("/v1/articles?tag=" + filter.formatted(mark))
                            .at("/unknown/0")
                            .textValue())
                    .isEqualTo("topic-" + mark);
        }
    }

    @Test
    void aTagThatIsDeletedWhileAnArticleTakesItUpIsAConflictForOneOfThem() throws Exception {
        for (int i = 0; i < 8; i++) {
            String tag = tag("brief" + i, "{\"en\": \"Brief %d %s\"}".formatted(i, mark), null);
            CompletableFuture<Integer> deleted = CompletableFuture.supplyAsync(() -> editor().header("If-Match", "*")
                    .delete("/v1/editorial/tags/" + tag)
                    .statusCode());
            int taken = patch("articles", article, "*", "{\"tags\": [\"" + tag + "\"]}")
                    .statusCode();
            assertThat(taken).isIn(200, 400, 409);
            assertThat(deleted.get()).isIn(204, 409);
        }
    }

    @Test
    void aNewNameOrPlaceOfOneAboveIsSeenInTheArticle() {
        publish("articles", article);
        ancestors();
        patch("tags", top, "*", "{\"names\": {\"be\": \"Стары свет %s\"}}".formatted(mark))
                .then()
                .statusCode(200);
        assertThat(ancestors().at("/0/name").textValue()).isEqualTo("Стары свет " + mark);
        String belarus = get("/v1/tags/belarus-" + mark).get("id").textValue();
        patch("tags", belarus, "*", "{\"parents\": null}").then().statusCode(200);
        assertThat(ancestors().findValuesAsText("slug")).containsExactly("belarus-" + mark);
        reader().get("/v1/tags/europe-" + mark).then().statusCode(404);
    }
}
