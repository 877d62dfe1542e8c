package dev.dateline.delivery;

import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer in one content coding, with a strong validator of their own (RFC 9110 section 8.8.3.3).
 *
 * @param buffer may be sent any number of times at once: each sending reads a view of its own
 * @param tag the ETag without quotes
 * @param etag the ETag with them
 * @param coding null for the text as it is
 */
record Representation(
        Buffer buffer,
        String tag,
        AsciiString etag,
        AsciiString length,
        @Nullable AsciiString coding) {

    private static final AsciiString GZIP = new AsciiString("gzip");

    int size() {
        return buffer.length();
    }

    static Representation plain(byte[] bytes, String tag) {
        return of(bytes, tag, null);
    }

    static Representation gzip(Representation plain) {
        return of(compressed(plain.buffer().getBytes()), plain.tag() + "-gzip", GZIP);
    }

    private static Representation of(byte[] bytes, String tag, @Nullable AsciiString coding) {
        return new Representation(
                Buffer.buffer(bytes),
                tag,
                new AsciiString('"' + tag + '"'),
                new AsciiString(Integer.toString(bytes.length)),
                coding);
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
