package dev.dateline.editorial.image;

import dev.dateline.access.Caller;
import dev.dateline.access.Role;
import dev.dateline.media.MediaConfig;
import dev.dateline.media.MediaStore;
import dev.dateline.outbound.OutboundDownload;
import dev.dateline.outbound.UnreachableHost;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fetches pictures from the web into the library, where an editor or an import asks for it and the installation allows it. */
@Singleton
public class ImageFetch {

    public static final String NOT_ALLOWED = "is not allowed here: an operator allows it with dateline.media.fetch";

    /** What is said where nothing comes from the host of an address, or it wants to be left alone. */
    public static final String UNREACHABLE = "The host of the picture does not answer, or not now.";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ACCEPT = "image/jpeg, image/png, image/webp, image/gif";

    private final OutboundDownload downloads;
    private final ImageUploads uploads;
    private final ImageService images;
    private final MediaStore store;
    private final MediaConfig config;
    private final Caller caller;

    ImageFetch(
            OutboundDownload downloads,
            ImageUploads uploads,
            ImageService images,
            MediaStore store,
            MediaConfig config,
            Caller caller) {
        this.downloads = downloads;
        this.uploads = uploads;
        this.images = images;
        this.store = store;
        this.config = config;
        this.caller = caller;
    }

    public boolean isAllowed() {
        return config.fetch();
    }

    /**
     * The picture that lies at an address.
     *
     * @throws Problem that says why it cannot be had
     */
    public UUID picture(String address) throws InterruptedException {
        return UUID.fromString(take(address).view().get("id").textValue());
    }

    /** The picture that was fetched from an address before, if it is there. */
    public Optional<UUID> known(String address) {
        return images.ofAddress(address);
    }

    /** Whether any picture was ever fetched. */
    public boolean hasFetched() {
        return images.hasAddresses();
    }

    /** Fetches it, whether it was fetched before or not. @throws Problem that says why it cannot be had */
    TakenUpload take(String address) throws InterruptedException {
        if (!isAllowed()) {
            throw Problem.parameter("from", NOT_ALLOWED);
        }
        caller.require(Role.EDITOR);
        Path file = store.temporary();
        try {
            download(address, file);
            TakenUpload taken = uploads.take(Upload.of(file));
            images.noteAddress(address, UUID.fromString(taken.view().get("id").textValue()));
            return taken;
        } catch (IOException e) {
            throw MediaStore.unavailable(e);
        } finally {
            MediaStore.deleteQuietly(file);
        }
    }

    private void download(String address, Path file) throws IOException, InterruptedException {
        try {
            downloads.fetch(address, ACCEPT, file, PATIENCE, config.maxBytes().asLongValue());
        } catch (IOException e) {
            if (e instanceof FileSystemException || e.getCause() instanceof io.vertx.core.file.FileSystemException) {
                throw e;
            }
            List<Fault> faults =
                    List.of(Fault.parameter("from", "must lead to a picture that can be fetched. " + e.getMessage()));
            throw e instanceof UnreachableHost
                    ? new Problem(ProblemType.INVALID_PARAMETER, UNREACHABLE, faults)
                    : Problem.parameter(faults);
        }
    }
}
