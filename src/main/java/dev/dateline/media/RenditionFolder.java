package dev.dateline.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Renditions that were made, on the disk and bounded. It may be deleted at any time: they are made again. */
@Singleton
class RenditionFolder {

    private static final Logger LOG = Logger.getLogger(RenditionFolder.class);
    private static final long UNKNOWN = -1;

    private final Path folder;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong(UNKNOWN);
    private final ReentrantLock sweeping = new ReentrantLock();

    RenditionFolder(MediaConfig config) {
        this.folder = config.folder().resolve("renditions");
        this.maxBytes = config.renditions().maxBytes().asLongValue();
    }

    byte @Nullable [] find(ShownImage image, String name) {
        try {
            Path path = path(image, name);
            return Files.exists(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            return null; // it has just been thrown away, or the disk is broken: it is made anew
        }
    }

    /** A rendition that cannot be kept is still a rendition. */
    void put(ShownImage image, String name, byte[] rendition) {
        try {
            Path path = path(image, name);
            Path unfinished = Files.createTempFile(Files.createDirectories(path.getParent()), name, ".part");
            Files.write(unfinished, rendition);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(false); // or after a loss of power there may be an empty one, kept for a year by others
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            if (bytes.get() == UNKNOWN || bytes.addAndGet(rendition.length) > maxBytes) {
                makeRoom();
            }
        } catch (IOException e) {
            LOG.warnf("A rendition cannot be kept: %s", e.toString());
        }
    }

    /** With its master, so that both are thrown away together. */
    private Path path(ShownImage image, String name) {
        return folder(image.master()).resolve(image.key() + "-" + name);
    }

    private Path folder(String master) {
        return folder.resolve(master.substring(0, 2)).resolve(master);
    }

    /** Throws away those of a master. */
    void forget(String master) throws IOException {
        Path renditions = folder(master);
        if (Files.exists(renditions)) {
            kept(renditions).forEach(file -> MediaStore.deleteQuietly(file.path()));
            MediaStore.deleteQuietly(renditions);
        }
    }

    /** Throws away what was made first, until a fifth is free; one at a time does it. */
    private void makeRoom() throws IOException {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            List<KeptFile> kept = kept(folder);
            long sum = kept.stream().mapToLong(KeptFile::bytes).sum();
            if (sum > maxBytes) {
                kept.sort(Comparator.comparing(KeptFile::since));
                for (KeptFile file : kept) {
                    if (sum <= maxBytes / 5 * 4) {
                        break;
                    }
                    MediaStore.deleteQuietly(file.path());
                    sum -= file.bytes();
                }
            }
            bytes.set(sum);
        } finally {
            sweeping.unlock();
        }
    }

    /** What is there, while others write and delete. */
    private static List<KeptFile> kept(Path root) throws IOException {
        List<KeptFile> kept = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                kept.add(new KeptFile(file, attributes.lastModifiedTime(), attributes.size()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
        return kept;
    }
}
