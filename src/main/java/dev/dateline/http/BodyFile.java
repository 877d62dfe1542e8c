package dev.dateline.http;

import dev.dateline.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Writes a request's body into a file, and tells a full disk, which is ours, from a body that breaks off, which is the client's. */
public final class BodyFile {

    private static final int BUFFER = 1 << 16;

    private BodyFile() {}

    /**
     * @param check told how many bytes have come; throws a problem when they are too many
     * @param unwritable what is answered when the file cannot be written
     * @return how many bytes it has
     * @throws IOException when the body breaks off
     */
    public static long write(InputStream body, Path file, LongConsumer check, Function<IOException, Problem> unwritable)
            throws IOException {
        OutputStream out = doing(() -> Files.newOutputStream(file), unwritable);
        try {
            return copy(body, out, check, unwritable);
        } finally {
            doing(
                    () -> {
                        out.close();
                        return out;
                    },
                    unwritable);
        }
    }

    private interface Doing<T> {
        T run() throws IOException;
    }

    private static <T> T doing(Doing<T> step, Function<IOException, Problem> unwritable) {
        try {
            return step.run();
        } catch (IOException e) {
            throw unwritable.apply(e);
        }
    }

    private static long copy(
            InputStream body, OutputStream out, LongConsumer check, Function<IOException, Problem> unwritable)
            throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            bytes += count;
            check.accept(bytes);
            int read = count;
            doing(
                    () -> {
                        out.write(buffer, 0, read);
                        return read;
                    },
                    unwritable);
        }
        return bytes;
    }
}
