package dev.dateline.editorial.image;

import dev.dateline.media.MediaStore;
import dev.dateline.problem.Problem;
import dev.dateline.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** An upload on its way: a file on the disk of the store, gone when it is closed, unless it was kept. */
record Upload(Path file, String digest, long bytes) implements Closeable {

    private static final int BUFFER = 1 << 16;

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
            long bytes = copy(new DigestInputStream(body, digest), file, maxBytes);
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            MediaStore.deleteQuietly(file);
            throw e;
        }
    }

    private static long copy(InputStream body, Path file, long maxBytes) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            int count = body.read(buffer);
            while (count >= 0) {
                bytes += count;
                if (bytes > maxBytes) {
                    throw new Problem(
                            ProblemType.BODY_TOO_LARGE,
                            "A picture may have at most " + maxBytes + " bytes. Send a smaller one.");
                }
                write(out, buffer, count);
                count = body.read(buffer);
            }
        }
        return bytes;
    }

    /** A full disk is ours; a body that breaks off is the client's. */
    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw MediaStore.unavailable(e);
        }
    }

    @Override
    public void close() {
        MediaStore.deleteQuietly(file);
    }
}
