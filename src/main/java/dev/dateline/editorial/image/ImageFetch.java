package dev.dateline.editorial.image;

import dev.dateline.media.MediaConfig;
import dev.dateline.media.MediaStore;
import dev.dateline.outbound.OutboundDownload;
import dev.dateline.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Fetches pictures from the web into the library, where an editor or an import asks for it and the installation allows it. */
@Singleton
public class ImageFetch {

    public static final String NOT_ALLOWED = "is not allowed here: an operator allows it with dateline.media.fetch";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ACCEPT = "image/jpeg, image/png, image/webp, image/gif";

    private final OutboundDownload downloads;
    private final ImageUploads uploads;
    private final ImageService images;
    private final MediaStore store;
    private final MediaConfig config;

    ImageFetch(
            OutboundDownload downloads,
            ImageUploads uploads,
            ImageService images,
            MediaStore store,
            MediaConfig config) {
        this.downloads = downloads;
        this.uploads = uploads;
        this.images = images;
        this.store = store;
        this.config = config;
    }

    public boolean isAllowed() {
        return config.fetch();
    }

    /**
     * The picture that lies at an address; it is fetched only when it was not before.
     *
     * @throws Problem that says why it cannot be had
     */
    public UUID picture(String address) throws InterruptedException {
        Optional<UUID> known = images.ofAddress(address);
        return known.isPresent()
                ? known.get()
                : UUID.fromString(take(address).view().get("id").textValue());
    }

    /** Fetches it, whether it was fetched before or not. @throws Problem that says why it cannot be had */
    TakenUpload take(String address) throws InterruptedException {
        if (!isAllowed()) {
            throw Problem.parameter("from", NOT_ALLOWED);
        }
        Path file = store.temporary();
        try {
            downloads.fetch(address, ACCEPT, file, PATIENCE, config.maxBytes().asLongValue());
            TakenUpload taken = uploads.take(Upload.of(file));
            images.noteAddress(address, UUID.fromString(taken.view().get("id").textValue()));
            return taken;
        } catch (IOException e) {
            throw Problem.parameter("from", "must lead to a picture that can be fetched. " + e.getMessage());
        } finally {
            MediaStore.deleteQuietly(file);
        }
    }
}
