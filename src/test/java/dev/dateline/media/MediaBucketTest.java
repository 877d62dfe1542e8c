package dev.dateline.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a bucket: there when they were acknowledged, and gone when nothing names them. */
class MediaBucketTest {

    private final Instant later = Instant.now().plusSeconds(3_600);
    private final Instant earlier = Instant.now().minusSeconds(3_600);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private BucketServer server;

    private record Config(URI at, String secret) implements S3Config {
        @Override
        public Optional<String> bucket() {
            return Optional.of(BucketServer.BUCKET);
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(at);
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public Optional<String> prefix() {
            return Optional.of("newsroom/");
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(BucketServer.ACCESS_KEY);
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of(secret);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new BucketServer(Files.createDirectory(folder.resolve("server")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** As another node has it: with a disk of its own. */
    private MediaBucket node(String name) {
        return MediaBucket.open(new Config(server.endpoint(), BucketServer.SECRET_KEY), folder.resolve(name));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ""), text);
    }

    @Test
    void whatOneNodeKeepsAnotherReads() throws Exception {
        String digest = DigestUtils.sha256Hex("a picture");
        node("one").keep(MediaPart.MASTERS, digest, file("a picture"));

        Path read = node("two").existing(MediaPart.MASTERS, digest);

        assertThat(read).hasContent("a picture");
        assertThatThrownBy(() -> node("two").existing(MediaPart.ORIGINALS, digest))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void whatWasReadIsReadAgainWhileTheStoreIsAwayUntilItIsForgotten() throws Exception {
        String digest = DigestUtils.sha256Hex("a picture");
        MediaBucket node = node("one");
        node.keep(MediaPart.MASTERS, digest, file("a picture"));
        node.existing(MediaPart.MASTERS, digest);

        server.stop();

        assertThat(node.existing(MediaPart.MASTERS, digest)).hasContent("a picture");
        node.tidy(later);
        assertThatThrownBy(() -> node.existing(MediaPart.MASTERS, digest)).isInstanceOf(IOException.class);
    }

    @Test
    void anObjectThatIsNotWhatItsNameSaysIsNotShown() throws Exception {
        String digest = DigestUtils.sha256Hex("a picture");
        node("one").keep(MediaPart.MASTERS, digest, file("another picture"));

        assertThatThrownBy(() -> node("one").existing(MediaPart.MASTERS, digest))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("something else");
    }

    @Test
    void aSweepDeletesWhatIsOldAndThatNothingNames() throws Exception {
        String digest = DigestUtils.sha256Hex("an orphan");
        MediaBucket node = node("one");
        node.keep(MediaPart.ORIGINALS, digest, file("an orphan"));

        assertThat(node.olderThan(MediaPart.ORIGINALS, earlier)).isEmpty();
        assertThat(node.olderThan(MediaPart.ORIGINALS, later)).containsExactly(digest);
        node.deleteOld(MediaPart.ORIGINALS, digest, earlier, () -> false);
        assertThat(node.olderThan(MediaPart.ORIGINALS, later)).as("too young").containsExactly(digest);
        node.deleteOld(MediaPart.ORIGINALS, digest, later, () -> true);
        assertThat(node.olderThan(MediaPart.ORIGINALS, later))
                .as("an upload has named it meanwhile")
                .containsExactly(digest);
        node.deleteOld(MediaPart.ORIGINALS, digest, later, () -> false);
        assertThat(node.olderThan(MediaPart.ORIGINALS, later)).isEmpty();
    }

    @Test
    void anUploadPutsBackWhatASweepHasTaken() throws Exception {
        String digest = DigestUtils.sha256Hex("in a race");
        MediaBucket node = node("one");
        Path file = file("in a race");
        node.keep(MediaPart.ORIGINALS, digest, file);
        node.deleteOld(MediaPart.ORIGINALS, digest, later, () -> false);

        node.confirm(MediaPart.ORIGINALS, digest, file);

        assertThat(node("two").existing(MediaPart.ORIGINALS, digest)).hasContent("in a race");
    }

    @Test
    void whatIsNoPictureIsNobodysBusiness() throws Exception {
        Files.createDirectories(folder.resolve("server/objects/pictures/newsroom/originals"));
        Files.writeString(folder.resolve("server/objects/pictures/newsroom/originals/readme.txt"), "x");

        assertThat(node("one").hasOriginals()).isFalse();
        assertThat(node("one").olderThan(MediaPart.ORIGINALS, later)).isEmpty();
    }

    @Test
    void aStoreSaysWhoseItIs() throws Exception {
        assertThat(node("one").owner()).isEmpty();
        node("one").own("newsroom");

        assertThat(node("two").owner()).contains("newsroom");
        assertThat(node("one").hasOriginals()).isFalse();
        node("one").keep(MediaPart.ORIGINALS, DigestUtils.sha256Hex("x"), file("x"));
        assertThat(node("one").hasOriginals()).isTrue();
    }

    @Test
    void aWrongKeyIsSaid() {
        MediaBucket stranger = MediaBucket.open(new Config(server.endpoint(), "wrong"), folder.resolve("one"));

        assertThatThrownBy(stranger::owner)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The bucket pictures cannot be used");
    }
}
