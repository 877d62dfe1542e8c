package dev.dateline.media;

import dev.dateline.background.ServingProgram;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The store of pictures, whether that is a folder or a bucket, and the folder in which uploads are worked on. */
@Singleton
public class MediaStore {

    private static final Logger LOG = Logger.getLogger(MediaStore.class);

    private final Path folder;
    private final ImageRepository images;
    private final MediaFiles files;

    MediaStore(MediaConfig config, ImageRepository images) {
        this.folder = config.folder();
        this.images = images;
        this.files = config.s3().bucket().isPresent() ? MediaBucket.open(config.s3(), folder) : new MediaFolder(folder);
    }

    /** A node whose store is another newsroom's would serve its pictures, and lose ours. */
    void check(@Observes StartupEvent event) {
        if (!ServingProgram.isThis()) {
            return;
        }
        try {
            check(images.storeId().toString());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void check(String id) throws IOException {
        boolean isOurs = files.owner().filter(id::equals).isPresent();
        if (!isOurs && files.hasOriginals()) {
            throw new IllegalStateException(files.name() + " holds the pictures of another database: "
                    + "dateline.media.folder, or dateline.media.s3.bucket, must name those of this newsroom");
        }
        if (!isOurs && images.count() > 0) {
            throw new IllegalStateException(files.name() + " holds no pictures, and this newsroom has some: "
                    + "dateline.media.folder, or dateline.media.s3.bucket, must name where they are");
        }
        if (!isOurs) {
            files.own(id);
        }
    }

    /** A file to write into, on the disk of the store. @throws Problem {@code unavailable} when there is no room */
    public Path temporary() {
        try {
            return Files.createTempFile(Files.createDirectories(folder.resolve("work")), "upload", "");
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** A folder to work in, on the disk of the store. */
    public Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder.resolve("work")), "decode");
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Says that nothing can be stored now. */
    public static Problem unavailable(IOException cause) {
        LOG.errorf("The media store cannot be written: %s", cause.toString());
        return new Problem(ProblemType.UNAVAILABLE, "The pictures cannot be stored just now. Try again later.");
    }

    /**
     * Keeps a file, or makes the same one young again, so that no sweep takes it. When this returns it is durable.
     *
     * @param digest SHA-256 in hexadecimal
     */
    public void keep(MediaPart part, String digest, Path file) throws IOException {
        files.keep(part, digest, file);
    }

    /** Once the database names it. */
    public void confirm(MediaPart part, String digest, Path file) throws IOException {
        files.confirm(part, digest, file);
    }

    /** @throws IOException when it is not there */
    public Path existing(MediaPart part, String digest) throws IOException {
        return files.existing(part, digest);
    }

    public boolean has(MediaPart part, String digest) throws IOException {
        return files.has(part, digest);
    }

    MediaFiles files() {
        return files;
    }

    /** What was being written when a node ended. */
    void forgetUnfinished(Instant before) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        try (Stream<Path> files = Files.walk(work)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(work)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                    deleteQuietly(path);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("Another node tidies up, too", e);
        }
    }

    /** What is still there is tried again at the next sweep. */
    public static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debugf("Cannot delete %s", path);
        }
    }
}
