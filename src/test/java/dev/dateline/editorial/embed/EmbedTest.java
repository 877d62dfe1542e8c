package dev.dateline.editorial.embed;

import static dev.dateline.Newsroom.editor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.content.EmbedBlock;
import dev.dateline.content.TrackingHosts;
import dev.dateline.json.Json;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Embeds: what their sites say of them, and what readers are told. */
@DatelineTest
class EmbedTest {

    @Test
    void whatASiteSaysBecomesABlock() throws Exception {
        JsonNode answer = Json.MAPPER.readTree("""
                {"type": "video", "provider_name": "YouTube", "title": "The bridge <opens>", "author_name": "City", "width": 200, "height": "113",
                 "thumbnail_url": "https://i.ytimg.com/vi/1/hq.jpg", "html": "<blockquote><p>First words</p>— City</blockquote><script src='x'></script>"}
                """);

        assertThat(OEmbedAnswer.block("https://www.youtube.com/watch?v=1", answer))
                .isEqualTo(new EmbedBlock(
                        "https://www.youtube.com/watch?v=1",
                        "YouTube",
                        "The bridge <opens>",
                        "City",
                        "First words",
                        "https://i.ytimg.com/vi/1/hq.jpg",
                        200,
                        113,
                        true));
        assertThat(OEmbedAnswer.block("https://video.example.org/1", Json.MAPPER.readTree("{\"width\": \"100%\"}")))
                .isEqualTo(
                        new EmbedBlock("https://video.example.org/1", null, null, null, null, null, null, null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.video.example/1, https://video.example/oembed?format=json&url=https%3A%2F%2Fm.video.example%2F1",
        "https://notvideo.example/1, ''",
        "https://key.example/1?a=b, https://key.example/o?k=1&format=json&url=https%3A%2F%2Fkey.example%2F1%3Fa%3Db"
    })
    void aSiteIsAskedAboutItsOwnAddressesOnly(String address, String question) {
        EmbedProviders providers = new EmbedProviders(new Settings(
                List.of("video.example https://video.example/oembed", "key.example https://key.example/o?k=1")));

        assertThat(providers.question(URI.create(address)).orElse("")).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=a|b, true",
        "https://YOUTUBE.com./x, true",
        "https://notyoutube.com/, false",
        "https://example.org/?u=https://youtube.com, false",
        "https://user@youtube.com:443/, true"
    })
    void anEmbedFollowsItsReadersByItsHost(String url, boolean tracks) {
        assertThat(TrackingHosts.include(url)).isEqualTo(tracks);
    }

    private record Settings(List<String> providers) implements dev.dateline.content.EmbedConfig {
        @Override
        public List<String> trackers() {
            return List.of();
        }
    }

    @Test
    void anAddressWhoseSiteIsNotKnownIsRefusedWithThoseThatAre() {
        editor().contentType(ContentType.JSON)
                .body("{\"url\": \"https://example.org/page\"}")
                .post("/v1/editorial/embeds")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/url"))
                .body("errors[0].detail", containsString("youtube.com"));
        editor().contentType(ContentType.JSON)
                .body("{\"url\": \"file:///etc/passwd\"}")
                .post("/v1/editorial/embeds")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("https://"));
    }

    @Test
    void readersAreToldWhetherAnEmbedFollowsThem() {
        String article = Newsroom.create("articles", """
                {"language": "en", "headline": "Two embeds", "body": [{"type": "embed", "url": "https://www.youtube.com/watch?v=1", "thumbnail": "https://i.example/1.jpg", "width": 640},
                 {"type": "embed", "url": "https://video.example.org/1"}]}""").get("id").textValue();
        Newsroom.publish("articles", article);

        JsonNode blocks = Newsroom.get("/v1/articles/" + article).at("/body/blocks");
        assertThat(blocks.findValuesAsText("tracks")).containsExactly("true", "false");
        assertThat(blocks.at("/0/thumbnail").textValue()).isEqualTo("https://i.example/1.jpg");
    }
}
