package dev.dateline.media;

import static dev.dateline.Newsroom.editor;
import static dev.dateline.Newsroom.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.DatelineTest;
import dev.dateline.Newsroom;
import dev.dateline.Pictures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures that lie elsewhere come into the library where somebody asks for it. */
@DatelineTest
class ImageFetchTest {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private HttpServer elsewhere;

    @BeforeEach
    void serve() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
    }

    private String address(String path) {
        return "http://localhost:" + elsewhere.getAddress().getPort() + path;
    }

    @Test
    void anEditorNamesWhereAPictureLies() {
        byte[] jpeg = Pictures.jpeg(400, 300, (int) System.nanoTime());
        files.put("/bridge.jpg", jpeg);

        JsonNode image = Newsroom.tree(editor().queryParam("from", address("/bridge.jpg"))
                .post("/v1/editorial/images")
                .then()
                .statusCode(201)
                .extract()
                .asString());

        assertThat(image.get("width").intValue()).isEqualTo(400);
        editor().body(jpeg)
                .post("/v1/editorial/images")
                .then()
                .statusCode(200)
                .body("id", equalTo(image.get("id").textValue()));
    }

    @Test
    void whatCannotBeFetchedIsSaidWhy() {
        editor().queryParam("from", address("/none.jpg"))
                .post("/v1/editorial/images")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("from"))
                .body("errors[0].detail", containsString("answered 404"));
        files.put("/page.jpg", "<!doctype html><p>Not here".getBytes(UTF_8));
        editor().queryParam("from", address("/page.jpg"))
                .post("/v1/editorial/images")
                .then()
                .statusCode(415);
        editor().queryParam("from", address("/page.jpg"))
                .body(new byte[] {1})
                .post("/v1/editorial/images")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("goes without a body"));
    }

    @Test
    void anImportBringsThePicturesThatItsArticlesShow() {
        files.put("/one.jpg", Pictures.jpeg(400, 300, (int) System.nanoTime()));
        String records = """
                {"article": {"externalId": "pictures:1", "language": "en", "headline": "Pictures from elsewhere", "image": {"url": "%1$s", "alt": "A bridge"}, "body": [{"type": "gallery", "images": [{"url": "%1$s", "width": 5, "height": 5}, {"url": "%2$s"}]}]}, "publication": {}}
                """.formatted(address("/one.jpg"), address("/missing.jpg"));

        JsonNode job = imported(records);

        assertThat(job.get("created").intValue()).isEqualTo(1);
        String problems = editor().get(job.get("problems").textValue()).asString();
        assertThat(problems).contains("/body/0/images/1", "stays where it lies", "answered 404");
        JsonNode article = Newsroom.get("/v1/articles/pictures-from-elsewhere");
        assertThat(article.at("/image/alt").textValue()).isEqualTo("A bridge");
        assertThat(article.at("/body/blocks/0/images/1/url").textValue()).isEqualTo(address("/missing.jpg"));
        reader().get(article.at("/body/blocks/0/images/0/url").textValue())
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        assertThat(imported(records, "").get("unchanged").intValue())
                .as("without the option, too")
                .isEqualTo(1);
        int before = asked.get();
        assertThat(imported(records).get("unchanged").intValue()).isEqualTo(1);
        assertThat(asked.get() - before)
                .as("only what is not there is asked for again")
                .isEqualTo(1);
    }

    private static JsonNode imported(String records) {
        return imported(records, "?pictures=true");
    }

    private static JsonNode imported(String records, String query) {
        String job = editor().contentType("application/x-ndjson")
                .body(records.getBytes(UTF_8))
                .post("/v1/editorial/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the end of the import")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> Newsroom.tree(editor().get(job).asString()),
                        view -> view.get("state").textValue().equals("finished"));
    }
}
