package dev.dateline.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer in one content coding, with a strong validator of their own (RFC 9110 section 8.8.3.3).
 *
 * @param bytes in the heap, or outside of it for one that is kept
 * @param buffer the same for Vert.x; may be sent any number of times at once, and no sending gives the memory back
 * @param tag the ETag without quotes
 * @param etag the ETag with them
 * @param coding null for the text as it is
 */
record Representation(
        ByteBuf bytes,
        Buffer buffer,
        String tag,
        AsciiString etag,
        AsciiString length,
        @Nullable AsciiString coding) {

    private static final AsciiString GZIP = new AsciiString("gzip");

    /** Whether all is given back is for {@link ResponseCache} to say; leaks are not looked for, as it lives for long. */
    private static final UnpooledByteBufAllocator OUTSIDE = new UnpooledByteBufAllocator(true, true);

    int size() {
        return bytes.readableBytes();
    }

    /** A copy where the system can send it from as it is, and the garbage collector need not move it. */
    Representation outsideHeap() {
        ByteBuf outside = OUTSIDE.directBuffer(size()).writeBytes(bytes.duplicate());
        return new Representation(outside, new Lent(outside), tag, etag, length, coding);
    }

    /** Gives the memory back; nothing of it may be read from then on. */
    void release() {
        bytes.release();
    }

    static Representation plain(byte[] bytes, String tag) {
        return of(bytes, tag, null);
    }

    static Representation gzip(Representation plain) {
        return of(compressed(ByteBufUtil.getBytes(plain.bytes())), plain.tag() + "-gzip", GZIP);
    }

    private static Representation of(byte[] array, String tag, @Nullable AsciiString coding) {
        ByteBuf bytes = Unpooled.wrappedBuffer(array);
        return new Representation(
                bytes,
                view(bytes),
                tag,
                new AsciiString('"' + tag + '"'),
                new AsciiString(Integer.toString(array.length)),
                coding);
    }

    @SuppressWarnings("deprecation") // Vert.x 5 moves it to a type that Vert.x 4 does not have
    private static Buffer view(ByteBuf bytes) {
        return Buffer.buffer(bytes);
    }

    /** Bytes that go back to their owner when they are sent. Vert.x itself would never give back what it was lent. */
    private static final class Lent extends BufferImpl {

        private final ByteBuf bytes;

        private Lent(ByteBuf bytes) {
            this.bytes = bytes;
        }

        @Override
        public ByteBuf getByteBuf() {
            return bytes.retainedDuplicate();
        }

        @Override
        public int length() {
            return bytes.readableBytes();
        }
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
