package dev.dateline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes and never holds more of one than a limit; the rest of a longer line is passed over. */
final class LineReader implements Closeable {

    private final InputStream input;
    private final int maxBytes;
    private long number;
    private long bytesRead;
    private boolean tooLong;

    /** @param input one that can be marked */
    LineReader(InputStream input, int maxBytes) {
        this.input = input;
        this.maxBytes = maxBytes;
    }

    /** The next line without its end, or null after the last one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        tooLong = false;
        int read = input.read();
        if (read < 0) {
            return null;
        }
        number++;
        for (; read >= 0; read = input.read()) {
            bytesRead++;
            if (read == '\n') {
                break;
            }
            if (read == '\r') {
                skipLineFeed();
                break;
            }
            if (line.size() < maxBytes) {
                line.write(read);
            } else {
                tooLong = true;
            }
        }
        return line.toByteArray();
    }

    /** A line ends with a line feed, a carriage return, or both. */
    private void skipLineFeed() throws IOException {
        input.mark(1);
        if (input.read() == '\n') {
            bytesRead++;
        } else {
            input.reset();
        }
    }

    boolean wasTooLong() {
        return tooLong;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
