package dev.dateline.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of a store that is elsewhere, on this node's disk for as long as they are used. */
final class MediaCopies {

    private final Path folder;

    MediaCopies(Path folder) {
        this.folder = folder.resolve("copies");
    }

    /** Brings a file. */
    interface Source {

        /** @return null when there is no such file */
        @Nullable
        Object writeTo(OutputStream out) throws IOException;
    }

    /** @throws IOException when it is not there, or not what its name says */
    Path of(MediaPart part, String digest, Source source) throws IOException {
        Path copy = copy(part, digest);
        if (Files.exists(copy)) {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
            return copy;
        }
        Path unfinished = Files.createTempFile(Files.createDirectories(copy.getParent()), "part", "");
        try {
            bring(part, digest, source, unfinished);
            return Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void bring(MediaPart part, String digest, Source source, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (source.writeTo(out) == null) {
                throw new FileNotFoundException("The media store lacks " + part.folder() + "/" + digest);
            }
        }
        if (!FileDigest.of(file).equals(digest)) {
            throw new IOException("The media store has something else as " + part.folder() + "/" + digest);
        }
    }

    void forget(MediaPart part, String digest) throws IOException {
        Files.deleteIfExists(copy(part, digest));
    }

    private Path copy(MediaPart part, String digest) {
        return folder.resolve(part.folder()).resolve(digest.substring(0, 2)).resolve(digest);
    }

    /** Those that nobody has used since. */
    void forget(Instant before) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> files = Files.find(
                folder,
                3,
                (path, attributes) -> attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(before))) {
            old = files.toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }
}
