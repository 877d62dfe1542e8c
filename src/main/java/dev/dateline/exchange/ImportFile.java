package dev.dateline.exchange;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** A file to import: plain or compressed with gzip, and never empty or a page of HTML. */
final class ImportFile implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int START = 512;

    private final BoundedInputStream counted;
    private final InputStream content;

    private ImportFile(BoundedInputStream counted, InputStream content) {
        this.counted = counted;
        this.content = content;
    }

    /** @throws IOException that says what the file is, when it cannot be imported */
    static ImportFile open(Path file) throws IOException {
        BoundedInputStream counted = BoundedInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .get();
        InputStream plain = new BufferedInputStream(counted, BUFFER);
        InputStream content =
                isGzip(plain) ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER) : plain;
        ImportFile opened = new ImportFile(counted, content);
        opened.check();
        return opened;
    }

    private static boolean isGzip(InputStream input) throws IOException {
        byte[] start = start(input, 2);
        return start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    private static byte[] start(InputStream input, int length) throws IOException {
        input.mark(length + 1);
        byte[] start = input.readNBytes(length);
        input.reset();
        return start;
    }

    private void check() throws IOException {
        byte[] bytes = start(content, START);
        String start = new String(bytes, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            close();
            throw new IOException("The file is empty");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            close();
            throw new IOException("The file is a page of HTML, not an export; perhaps the page of an error or a login");
        }
        if (start.startsWith("pk\u0003\u0004")) {
            close();
            throw new IOException("The file is a ZIP archive; unpack it, or send it compressed with gzip");
        }
    }

    /** As far as it tells what the file is. */
    String firstLine() throws IOException {
        String start = new String(start(content, START), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "")
                .stripLeading()
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    InputStream content() {
        return content;
    }

    /** Of the file as it is stored, so that it can be compared with the file's size. */
    long bytesRead() {
        return counted.getCount();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
