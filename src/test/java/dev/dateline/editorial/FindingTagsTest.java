package dev.dateline.editorial;

import static dev.dateline.Newsroom.create;
import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.get;
import static dev.dateline.Newsroom.patch;
import static dev.dateline.Newsroom.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An editor types the beginning of a name, and finds the tag. */
@DatelineTest
class FindingTagsTest {

    private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @Test
    void aTagIsFoundByTheBeginningOfAnyWordOfItsNameInAnyLanguage() {
        String id = create("tags", """
                        {"type": "person", "names": {"be": "Святлана Ціханоўская %1$s", "en": "Sviatlana Tsikhanouskaya %1$s"}}
                        """.formatted(mark)).get("id").textValue();
        assertThat(found("name=Ціха")).contains(id);
        assertThat(found("name=ціха&type=person")).contains(id);
        assertThat(found("name=Sviatlana Tsi")).contains(id);
        assertThat(found("name=хано")).doesNotContain(id);
        assertThat(found("name=Ціха&type=place")).doesNotContain(id);
        assertThat(found("name=tsikh_nouskaya")).doesNotContain(id);
        String quoted = create("tags", """
                        {"type": "organisation", "names": {"be": "Газета «Наша Ніва %1$s»", "en": "Minsk-Arena %1$s"}}
                        """.formatted(mark)).get("id").textValue();
        assertThat(found("name=наша")).contains(quoted);
        assertThat(found("name=arena")).contains(quoted);
        String dwelling = create("tags", """
                        {"type": "topic", "names": {"ru": "Жильё %1$s", "be": "П’еса %1$s"}}""".formatted(mark)).get("id").textValue();
        assertThat(found("name=жилье " + mark)).contains(dwelling);
        assertThat(found("name=п'еса")).contains(dwelling);
        patch("tags", dwelling, "*", "{\"names\": {\"be\": \"адзін\", \"bel\": \"два\"}}")
                .then()
                .statusCode(400);
        editor().queryParam("name", "%")
                .get("/v1/editorial/tags")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("name"));
    }

    @Test
    void aTagThatIsSentAsItWasStaysAsItWas() {
        JsonNode tag = create("tags", """
                {"type": "topic", "names": {"en": "Same %s"}, "aliases": ["same-again-%s"]}""".formatted(mark, mark));
        editor().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(tag.toString())
                .put("/v1/editorial/tags/" + tag.get("id").textValue())
                .then()
                .statusCode(200)
                .body("version", equalTo(tag.get("version").intValue()))
                .body("modifiedAt", equalTo(tag.get("modifiedAt").textValue()));
    }

    @Test
    void severalTagsAreFetchedBySlugOrAlias() {
        JsonNode tag = create("tags", """
                {"type": "topic", "slug": "old-%1$s", "names": {"en": "Topic %1$s"}}""".formatted(mark));
        patch("tags", tag.get("id").textValue(), "*", "{\"slug\": \"new-" + mark + "\"}");
        assertThat(found("slug=old-" + mark)).containsExactly(tag.get("id").textValue());
        assertThat(found("slug=new-" + mark + ",no-such-" + mark))
                .containsExactly(tag.get("id").textValue());
        editor().get("/v1/editorial/tags?slug=No Slug")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("slug"));
    }

    @Test
    void aTagsOwnPageSaysWhatItIsAbout() {
        JsonNode tag = create("tags", """
                {"type": "contributor", "announced": true, "names": {"en": "Alena %1$s"},
                 "profile": {"descriptions": {"en": "Writes about bridges.", "BE": "Піша пра масты."},
                             "image": {"url": "https://images.example.org/alena.jpg", "alt": "Alena"},
                             "links": [{"name": "Mastodon", "url": "https://social.example.org/@alena"}]}}""".formatted(mark));
        JsonNode page = get("/v1/tags/" + tag.get("slug").textValue()).get("profile");
        assertThat(page.at("/descriptions/be").textValue()).isEqualTo("Піша пра масты.");
        assertThat(page.at("/image/alt").textValue()).isEqualTo("Alena");
        assertThat(page.at("/links/0/url").textValue()).isEqualTo("https://social.example.org/@alena");

        patch("tags", tag.get("id").textValue(), "*", "{\"profile\": {\"links\": [{\"name\": \"X\", \"url\": \"x\"}]}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/profile/links/0/url"));
        patch("tags", tag.get("id").textValue(), "*", "{\"profile\": {\"descriptions\": {\"bel\": \"Яшчэ адно\"}}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", org.hamcrest.Matchers.startsWith("/profile/descriptions/"));
    }

    private static List<String> found(String query) {
        List<String> ids = new ArrayList<>();
        tree(editor().urlEncodingEnabled(true)
                        .get("/v1/editorial/tags?limit=100&" + query)
                        .asString())
                .get("items")
                .forEach(tag -> ids.add(tag.get("id").textValue()));
        return ids;
    }
}
