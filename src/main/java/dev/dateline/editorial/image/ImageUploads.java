package dev.dateline.editorial.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.media.FileDigest;
import dev.dateline.media.ImageFile;
import dev.dateline.media.MediaConfig;
import dev.dateline.media.MediaPart;
import dev.dateline.media.MediaStore;
import dev.dateline.problem.Failures;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes pictures. One is acknowledged when its bytes are on the disk and its row in the database; what ends before leaves nothing
 * that anybody sees.
 */
@Singleton
class ImageUploads {

    private final MediaConfig config;
    private final MediaStore store;
    private final PictureWorkers workers;
    private final ImageService images;

    ImageUploads(MediaConfig config, MediaStore store, PictureWorkers workers, ImageService images) {
        this.config = config;
        this.store = store;
        this.workers = workers;
        this.images = images;
    }

    /** @throws Problem that says what to send instead */
    TakenUpload take(InputStream body) throws IOException, InterruptedException {
        try (Upload upload = Upload.receive(body, config.maxBytes().asLongValue(), store)) {
            return take(upload);
        }
    }

    /** @throws Problem that says what to send instead */
    TakenUpload take(Upload upload) throws IOException, InterruptedException {
        Optional<ObjectNode> there = images.ofDigest(upload.digest());
        return there.isPresent() && isWhole(upload.digest())
                ? new TakenUpload(there.get(), false)
                : decoded(upload); // also where the store has lost what the database names
    }

    private boolean isWhole(String digest) throws IOException {
        ImageFile file = images.fileOfDigest(digest).orElseThrow(Problem::notFound);
        try {
            return store.has(MediaPart.ORIGINALS, file.digest()) && store.has(MediaPart.MASTERS, file.master());
        } catch (IOException e) {
            throw MediaStore.unavailable(e);
        }
    }

    private TakenUpload decoded(Upload upload) throws IOException, InterruptedException {
        Path folder = store.temporaryFolder();
        try {
            DecodedPicture picture = workers.decode(upload.file(), folder);
            String master = FileDigest.of(picture.master());
            store.keep(MediaPart.MASTERS, master, picture.master());
            store.keep(MediaPart.ORIGINALS, upload.digest(), upload.file());
            TakenUpload taken = added(upload, picture, master);
            store.confirm(MediaPart.MASTERS, master, picture.master());
            store.confirm(MediaPart.ORIGINALS, upload.digest(), upload.file());
            return taken;
        } catch (IOException e) {
            throw MediaStore.unavailable(e);
        } finally {
            delete(folder);
        }
    }

    /** When somebody uploads the same at the same time, both get the same. */
    private TakenUpload added(Upload upload, DecodedPicture picture, String master) {
        try {
            return new TakenUpload(
                    images.add(picture.file(upload.digest(), upload.bytes(), master), picture.content()), true);
        } catch (RuntimeException e) {
            if (Failures.problem(e) == null) {
                throw e;
            }
            return new TakenUpload(images.ofDigest(upload.digest()).orElseThrow(() -> e), false);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(MediaStore::deleteQuietly);
        }
    }
}
