package dev.dateline.media;

import dev.dateline.background.ServingProgram;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The bytes of pictures, in files that are named by their digests: what is there never changes. A file has its name only when it
 * is whole and on the disk.
 */
@Singleton
public class MediaStore {

    private static final Logger LOG = Logger.getLogger(MediaStore.class);
    private static final String MARKER = "store-id";

    private final Path folder;
    private final ImageRepository images;

    MediaStore(MediaConfig config, ImageRepository images) {
        this.folder = config.folder();
        this.images = images;
    }

    /** A node whose folder is another newsroom's would serve its pictures, and lose ours. */
    void check(@Observes StartupEvent event) throws IOException {
        if (!ServingProgram.isThis()) {
            return;
        }
        String id = images.storeId().toString();
        Path marker = Files.createDirectories(folder).resolve(MARKER);
        boolean isMarked =
                Files.exists(marker) && Files.readString(marker).strip().equals(id);
        if (!isMarked && Files.exists(folder.resolve(MediaPart.ORIGINALS.folder()))) {
            throw new IllegalStateException("The folder " + folder.toAbsolutePath()
                    + " holds the pictures of another database: dateline.media.folder must name that of this newsroom");
        }
        if (!isMarked && images.count() > 0) {
            throw new IllegalStateException("The folder " + folder.toAbsolutePath()
                    + " holds no pictures, and this newsroom has some: dateline.media.folder must name where they are");
        }
        if (!isMarked) {
            Files.move(Files.writeString(temporary(), id), marker, StandardCopyOption.ATOMIC_MOVE);
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
     * Keeps a file, which is moved, also over the same one: so it is young again, and no sweep takes it. When this returns it is on
     * the disk, and its name too.
     *
     * @param digest SHA-256 in hexadecimal
     */
    public void keep(MediaPart part, String digest, Path file) throws IOException {
        Path target = path(part, digest);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Path parent = Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        for (Path level = parent; level != null && level.startsWith(folder); level = level.getParent()) {
            sync(level);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** @throws IOException when it is not there */
    public Path existing(MediaPart part, String digest) throws IOException {
        Path path = path(part, digest);
        if (!Files.exists(path)) {
            throw new FileNotFoundException("The media store lacks " + part.folder() + "/" + digest);
        }
        return path;
    }

    private Path path(MediaPart part, String digest) {
        return folder.resolve(part.folder())
                .resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
    }

    /** Throws a file away, unless an upload has brought it again since it was found to be old. */
    void deleteOld(MediaPart part, String digest, Instant before) throws IOException {
        Path path = path(part, digest);
        Path aside = temporary();
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        if (Files.getLastModifiedTime(aside).toInstant().isBefore(before)) {
            Files.delete(aside);
        } else {
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The digests of files that were written before a time. */
    List<String> olderThan(MediaPart part, Instant time) throws IOException {
        Path root = folder.resolve(part.folder());
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> old = Files.find(
                root,
                3,
                (path, attributes) -> attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(time))) {
            return old.map(path -> path.getFileName().toString()).toList();
        }
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
