package dev.dateline.media;

import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.reader;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** No reader gets a picture that nothing public shows, whatever they know of it. */
@DatelineTest
class ImageLeakTest {

    private static final int REQUESTS = 10_000;

    private final Random random = new Random();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = ConfigProvider.getConfig().getValue("test.url", String.class);
    private final List<String> names = new ArrayList<>();

    @Test
    void noRequestGetsThePictureOfADraftOrOfWhatIsWithdrawn() {
        for (int i = 0; i < 12; i++) {
            hide(i);
        }

        long refused = IntStream.range(0, REQUESTS)
                .parallel()
                .filter(number -> status(request()) == 404)
                .count();

        assertThat(refused).as("most requests make sense").isGreaterThan(REQUESTS / 2);
    }

    /** A draft, one that is scheduled, one that was withdrawn, or an entry of a list that readers do not see. */
    private void hide(int i) {
        JsonNode image = Pictures.upload(Pictures.jpeg(64, 48, random.nextInt()));
        String id = image.get("id").textValue();
        String article =
                Newsroom.create("articles", """
                {"language": "en", "headline": "Hidden picture %s", "body": [{"type": "image", "image": {"id": "%s"}}]}""".formatted(id, id)).get("id").textValue();
        String preview = editor().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/editorial/articles/" + article + "/previews")
                .path("href");
        String shown = reader().get(preview).path("body.blocks[0].image.url");
        names.add(shown.replaceAll(".*/media/([^/]+)/.*", "$1"));
        names.add(id);
        names.add(article);
        names.add(image.get("digest").textValue());
        switch (i % 4) {
            case 1 ->
                editor().header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body("{\"at\": \"2090-01-01T00:00:00Z\"}")
                        .put("/v1/editorial/articles/" + article + "/publication")
                        .then()
                        .statusCode(200);
            case 2 -> {
                Newsroom.publish("articles", article);
                Newsroom.withdraw("articles", article);
            }
            case 3 -> {
                String list = Newsroom.create("story-lists", """
                        {"title": "Hides %s", "items": [{"article": "%s", "image": {"id": "%s"}}]}""".formatted(id, article, id))
                        .get("id")
                        .textValue();
                Newsroom.publish("story-lists", list);
            }
            default -> {}
        }
    }

    private synchronized String request() {
        String name = names.get(random.nextInt(names.size()));
        String spelled =
                switch (random.nextInt(6)) {
                    case 0 -> name.toLowerCase(Locale.ROOT);
                    case 1 -> name.substring(0, Math.min(22, name.length()));
                    case 2 -> "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
                    case 3 -> name.substring(1) + "A";
                    default -> name;
                };
        String root = List.of("/v1/media/", "/v1/%6dedia/", "/v1/media/./", "/v1/articles/")
                .get(random.nextInt(4));
        String crop = List.of("full", "16x9", "1x1", "original").get(random.nextInt(4));
        String file = List.of("160.jpg", "320.webp", "800", "64.jpg", "800.jpg?preview=1")
                .get(random.nextInt(5));
        return root + spelled + "/" + crop + "/" + file;
    }

    private int status(String request) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + request)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(request).isIn(400, 404);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(request)
                    .startsWith("application/problem+json");
            return answer.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request, e);
        }
    }
}
