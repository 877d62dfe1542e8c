package dev.dateline.exchange;

import dev.dateline.background.ServingProgram;
import dev.dateline.http.BodyFile;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The files that are being imported, from their upload to the end of the import. Nobody else on the computer can read them: they have
 * what is not published yet. Each has the name of its node, so that another one throws it away when that is gone.
 */
@Singleton
class ImportUploads {

    private static final Logger LOG = Logger.getLogger(ImportUploads.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> OURS_ALONE = PosixFilePermissions.asFileAttribute(OWNER);
    private static final int ID_LENGTH = 36;

    private final Path folder;
    private final ImportNode node;

    ImportUploads(ImportConfig config, ImportNode node) {
        this.folder = config.folder();
        this.node = node;
    }

    /**
     * Takes all of an upload, however long it is.
     *
     * @throws Problem {@code unavailable} when there is no room for it
     * @throws IOException when it breaks off
     */
    Path receive(ImportFormat format, InputStream upload) throws IOException {
        Path file = file(format);
        try {
            BodyFile.write(upload, file, bytes -> {}, ImportUploads::unavailable);
            return file;
        } catch (IOException | RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private Path file(ImportFormat format) {
        try {
            prepare();
            return Files.createTempFile(folder, node.id() + "-", "." + format); // which only its owner may read
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Tells who starts the program, and not only who sends the first file. */
    void check() {
        if (ServingProgram.isThis()) {
            try {
                prepare();
            } catch (IOException e) {
                LOG.warnf(
                        "Imports over HTTP will be refused: dateline.import.folder, which is %s, cannot be written (%s)",
                        folder.toAbsolutePath(), e.toString());
            }
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder, OURS_ALONE);
        Files.setPosixFilePermissions(folder, OWNER); // also where it was there already
    }

    private static Problem unavailable(IOException cause) {
        LOG.errorf("An import cannot be stored: %s", cause.toString());
        return new Problem(ProblemType.UNAVAILABLE, "The file cannot be stored just now. Try again later.");
    }

    /** Throws away what nodes that are gone have left. */
    void sweep(Predicate<UUID> isGone) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            files.filter(file -> nodeOf(file).stream().anyMatch(isGone)).forEach(ImportUploads::delete);
        } catch (IOException e) {
            LOG.warnf("Old imports cannot be looked for: %s", e.toString());
        }
    }

    private static List<UUID> nodeOf(Path file) {
        String name = file.getFileName().toString();
        try {
            return List.of(UUID.fromString(name.substring(0, Math.min(ID_LENGTH, name.length()))));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("Cannot delete %s", file);
        }
    }
}
