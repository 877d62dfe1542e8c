package dev.dateline.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A folder, on the disk or shared. A file has its name only when it is whole and on the disk. */
final class MediaFolder implements MediaFiles {

    private static final String MARKER = "store-id";

    private final Path folder;

    MediaFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "The folder " + folder.toAbsolutePath();
    }

    @Override
    public Optional<String> owner() throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker) ? Optional.of(Files.readString(marker).strip()) : Optional.empty();
    }

    @Override
    public void own(String id) throws IOException {
        Files.move(Files.writeString(temporary(), id), folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path temporary() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder.resolve("work")), "store", "");
    }

    @Override
    public boolean hasOriginals() {
        return Files.exists(folder.resolve(MediaPart.ORIGINALS.folder()));
    }

    /** The file is moved. On return its name is on the disk, too. */
    @Override
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

    /** A sweep looks at the age of a file when it has it aside, so it takes none that was just kept. */
    @Override
    public void confirm(MediaPart part, String digest, Path file) {}

    @Override
    public boolean has(MediaPart part, String digest) {
        return Files.exists(path(part, digest));
    }

    @Override
    public Path existing(MediaPart part, String digest) throws IOException {
        Path path = path(part, digest);
        if (!has(part, digest)) {
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

    @Override
    public List<String> olderThan(MediaPart part, Instant time) throws IOException {
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

    @Override
    public void deleteOld(MediaPart part, String digest, Instant before, BooleanSupplier isKnown) throws IOException {
        Path path = path(part, digest);
        Path aside = temporary();
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        if (Files.getLastModifiedTime(aside).toInstant().isBefore(before)) {
            Files.delete(aside);
        } else {
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void tidy(Instant before) {}
}
