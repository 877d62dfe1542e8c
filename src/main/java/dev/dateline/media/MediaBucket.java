package dev.dateline.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of a store that speaks the S3 protocol. What is read is kept on the disk for a while: renditions of a picture are often
 * made one after another.
 */
final class MediaBucket implements MediaFiles {

    private static final String MARKER = "store-id";

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final MediaCopies copies;

    MediaBucket(S3Client client, String bucket, String prefix, Path folder) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.copies = new MediaCopies(folder);
    }

    static MediaBucket open(S3Config config, Path folder) {
        return new MediaBucket(
                S3Clients.of(config),
                config.bucket().orElseThrow(),
                config.prefix().orElse(""),
                folder);
    }

    @Override
    public String name() {
        return "The bucket " + bucket;
    }

    @Override
    public Optional<String> owner() throws IOException {
        return asked(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(prefix + MARKER))
                        .asUtf8String()
                        .strip());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void own(String id) throws IOException {
        asked(() ->
                client.putObject(request -> request.bucket(bucket).key(prefix + MARKER), RequestBody.fromString(id)));
    }

    @Override
    public boolean hasOriginals() throws IOException {
        return !olderThan(MediaPart.ORIGINALS, Instant.MAX).isEmpty();
    }

    @Override
    public void keep(MediaPart part, String digest, Path file) throws IOException {
        asked(() ->
                client.putObject(request -> request.bucket(bucket).key(key(part, digest)), RequestBody.fromFile(file)));
    }

    @Override
    public void confirm(MediaPart part, String digest, Path file) throws IOException {
        if (!has(part, digest)) {
            keep(part, digest, file);
        }
    }

    private Optional<Instant> modified(MediaPart part, String digest) throws IOException {
        return asked(() -> {
            try {
                return Optional.of(
                        client.headObject(request -> request.bucket(bucket).key(key(part, digest)))
                                .lastModified());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean has(MediaPart part, String digest) throws IOException {
        return modified(part, digest).isPresent();
    }

    @Override
    public Path existing(MediaPart part, String digest) throws IOException {
        return copies.of(
                part,
                digest,
                out -> asked(() -> {
                    try {
                        return client.getObject(
                                request -> request.bucket(bucket).key(key(part, digest)),
                                (answer, content) -> content.transferTo(out));
                    } catch (NoSuchKeyException e) {
                        return null;
                    }
                }));
    }

    @Override
    public List<String> olderThan(MediaPart part, Instant time) throws IOException {
        return asked(() ->
                client
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(folder(part)))
                        .contents()
                        .stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .map(S3Object::key)
                        .map(key -> key.substring(key.lastIndexOf('/') + 1))
                        .filter(name -> name.matches("[0-9a-f]{64}")) // a console may have put a folder there
                        .toList());
    }

    /**
     * A bucket has no way to delete what is old only. An upload puts the file, then names it in the database, then looks whether it
     * is there. This deletes it, then looks whether the database names it. Whoever comes second puts it back.
     */
    @Override
    public void deleteOld(MediaPart part, String digest, Instant before, BooleanSupplier isKnown) throws IOException {
        if (modified(part, digest).filter(time -> time.isBefore(before)).isEmpty()) {
            return;
        }
        Path copy = existing(part, digest);
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(key(part, digest))));
        if (isKnown.getAsBoolean()) {
            confirm(part, digest, copy);
        } else {
            copies.forget(part, digest);
        }
    }

    @Override
    public void tidy(Instant before) throws IOException {
        copies.forget(before);
    }

    private String folder(MediaPart part) {
        return prefix + part.folder() + "/";
    }

    private String key(MediaPart part, String digest) {
        return folder(part) + digest;
    }

    private <T> T asked(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new IOException(name() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
