package dev.dateline.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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

    RenditionFolder(MediaConfig config) {
        this.folder = config.folder().resolve("renditions");
        this.maxBytes = config.renditions().maxBytes().asLongValue();
    }

    private record Kept(Path path, BasicFileAttributes attributes) {}

    byte @Nullable [] find(String key, String name) {
        try {
            Path path = path(key, name);
            return Files.exists(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            return null; // it has just been thrown away, or the disk is broken: it is made anew
        }
    }

    /** A rendition that cannot be kept is still a rendition. */
    void put(String key, String name, byte[] rendition) {
        try {
            Path path = path(key, name);
            Path unfinished = Files.createTempFile(Files.createDirectories(path.getParent()), name, ".part");
            Files.write(unfinished, rendition);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            if (bytes.get() == UNKNOWN || bytes.addAndGet(rendition.length) > maxBytes) {
                makeRoom();
            }
        } catch (IOException e) {
            LOG.warnf("A rendition cannot be kept: %s", e.toString());
        }
    }

    private Path path(String key, String name) {
        return folder.resolve(key.substring(0, 2)).resolve(key).resolve(name);
    }

    /** Throws away what was made first, until a fifth is free. */
    private synchronized void makeRoom() throws IOException {
        if (bytes.get() != UNKNOWN && bytes.get() <= maxBytes) {
            return;
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                kept.add(new Kept(path, Files.readAttributes(path, BasicFileAttributes.class)));
            }
        }
        long sum = kept.stream().mapToLong(file -> file.attributes().size()).sum();
        if (sum > maxBytes) {
            kept.sort(Comparator.comparing(file -> file.attributes().lastModifiedTime()));
            for (Kept file : kept) {
                if (sum <= maxBytes / 5 * 4) {
                    break;
                }
                MediaStore.deleteQuietly(file.path());
                sum -= file.attributes().size();
            }
        }
        bytes.set(sum);
    }
}
