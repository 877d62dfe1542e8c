package dev.dateline.editorial.image;

import dev.dateline.http.BodyFile;
import dev.dateline.media.FileDigest;
import dev.dateline.media.MediaStore;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** An upload on its way: a file on the disk of the store, gone when it is closed, unless it was kept. */
record Upload(Path file, String digest, long bytes) implements Closeable {

    /**
     * Takes all of a body.
     *
     * @param maxBytes the most that is taken
     * @throws Problem {@code body-too-large}; {@code unavailable} when the disk is full
     */
    static Upload receive(InputStream body, long maxBytes, MediaStore store) throws IOException {
        Path file = store.temporary();
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long bytes = BodyFile.write(
                    new DigestInputStream(body, digest),
                    file,
                    count -> requireRoom(count, maxBytes),
                    MediaStore::unavailable);
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            MediaStore.deleteQuietly(file);
            throw e;
        }
    }

    /** What was written to a file before. */
    static Upload of(Path file) throws IOException {
        return new Upload(file, FileDigest.of(file), Files.size(file));
    }

    private static void requireRoom(long bytes, long maxBytes) {
        if (bytes > maxBytes) {
            throw new Problem(
                    ProblemType.BODY_TOO_LARGE,
                    "A picture may have at most " + maxBytes + " bytes. Send a smaller one.");
        }
    }

    @Override
    public void close() {
        MediaStore.deleteQuietly(file);
    }
}
