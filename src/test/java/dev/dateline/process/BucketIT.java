package dev.dateline.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.Pictures;
import dev.dateline.media.BucketServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with its pictures in a bucket. */
class BucketIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void picturesInABucketAreReadOnEveryNodeAndWhileTheStoreIsAway() throws Exception {
        try (BucketServer store = new BucketServer(Files.createDirectory(folder.resolve("store")))) {
            Map<String, String> bucket = Map.of(
                    "DATELINE_MEDIA_S3_BUCKET", BucketServer.BUCKET,
                    "DATELINE_MEDIA_S3_ENDPOINT", store.endpoint().toString(),
                    "DATELINE_MEDIA_S3_ACCESS_KEY", BucketServer.ACCESS_KEY,
                    "DATELINE_MEDIA_S3_SECRET_KEY", BucketServer.SECRET_KEY);
            RunningProgram one = new RunningProgram(Files.createDirectory(folder.resolve("newsroom"))).with(bucket);
            one.start();
            byte[] picture = Pictures.jpeg(640, 480, 1);
            JsonNode image = JSON.readTree(one.upload(picture).body());
            String id = image.get("id").textValue();
            String shown = published(one, id);
            assertThat(one.bytes(shown).statusCode()).isEqualTo(200);
            RunningProgram two = one.node("two")
                    .with(bucket)
                    .with(Map.of(
                            "DATELINE_MEDIA_FOLDER",
                            folder.resolve("disk-of-two").toString()));
            two.start();
            assertThat(two.bytes("/v1/editorial/images/" + id + "/original").body())
                    .isEqualTo(picture);
            assertThat(two.bytes(shown).statusCode()).isEqualTo(200);

            store.stop();

            assertThat(one.bytes(shown).statusCode())
                    .as("a rendition that was made")
                    .isEqualTo(200);
            assertThat(one.upload(Pictures.jpeg(640, 480, 2)).statusCode()).isEqualTo(503);
            store.start();
            assertThat(one.upload(Pictures.jpeg(640, 480, 2)).statusCode()).isEqualTo(201);
            two.terminate();
            one.terminate();
        }
    }

    private static String published(RunningProgram program, String image) throws Exception {
        String article = JSON.readTree(program.post(
                                "/v1/editorial/articles",
                                "{\"language\": \"en\", \"headline\": \"In a bucket\", \"body\": [{\"type\": \"image\", \"image\": {\"id\": \""
                                        + image + "\"}}]}")
                        .body())
                .get("id")
                .textValue();
        assertThat(program.publish(article).statusCode()).isEqualTo(200);
        return JSON.readTree(program.get("/v1/articles/" + article).body())
                .at("/body/blocks/0/image/url")
                .textValue();
    }
}
