package dev.dateline.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the bytes of pictures are: a folder or a bucket. They have the names of their digests, so what is there never changes. */
sealed interface MediaFiles permits MediaFolder, MediaBucket {

    /** What it is called in messages, at the start of a sentence. */
    String name();

    /** Whose store it is, once somebody has said so. */
    Optional<String> owner() throws IOException;

    void own(String id) throws IOException;

    boolean hasOriginals() throws IOException;

    /** Keeps a file, or makes the same one young again. When this returns it is durable. The file may be moved. */
    void keep(MediaPart part, String digest, Path file) throws IOException;

    /** Once the database names it: keeps it again, should a sweep have taken it meanwhile. */
    void confirm(MediaPart part, String digest, Path file) throws IOException;

    boolean has(MediaPart part, String digest) throws IOException;

    /** @throws IOException when it is not there */
    Path existing(MediaPart part, String digest) throws IOException;

    /** The digests of files that were written before a time. */
    List<String> olderThan(MediaPart part, Instant time) throws IOException;

    /**
     * Throws a file away, unless an upload has brought it again.
     *
     * @param before files that are younger stay
     * @param isKnown whether the database names it now
     */
    void deleteOld(MediaPart part, String digest, Instant before, BooleanSupplier isKnown) throws IOException;

    /** Forgets what it has beside the files themselves and can have again. */
    void tidy(Instant before) throws IOException;
}
