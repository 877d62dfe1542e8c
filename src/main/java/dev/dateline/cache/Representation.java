package dev.dateline.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.AsciiString;
import io.vertx.core.buffer.impl.BufferImpl;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer in one content coding, with a strong validator of their own (RFC 9110 section 8.8.3.3).
 *
 * @param bytes in the heap, or outside of it for one that is kept
 * @param lent the same for Vert.x to send, any number of times at once
 * @param tag the ETag without quotes
 * @param etag the ETag with them
 * @param coding null for the text as it is
 */
public record Representation(
        ByteBuf bytes,
        Lent lent,
        String tag,
        AsciiString etag,
        AsciiString length,
        @Nullable ContentCoding coding) {

    /** Leaks are not looked for: what is kept may live as long as the program. */
    private static final UnpooledByteBufAllocator OUTSIDE = new UnpooledByteBufAllocator(true, true);

    /** What all take outside the heap: those that are kept, and those that are kept no longer but still being sent. */
    public static long bytesOutside() {
        return OUTSIDE.metric().usedDirectMemory();
    }

    /** Bytes that are sent from where they are, and let go when they are sent. */
    static final class Lent extends BufferImpl {

        private final ByteBuf bytes;

        private Lent(ByteBuf bytes) {
            this.bytes = bytes;
        }

        /** What {@code HttpServerResponse.end} asks for, and nothing else may be asked. */
        @Override
        public ByteBuf getByteBuf() {
            return bytes.retainedDuplicate();
        }

        @Override
        public int length() {
            return bytes.readableBytes();
        }
    }

    int size() {
        return bytes.readableBytes();
    }

    /** The bytes in the heap: not a copy where they are there already. */
    public byte[] array() {
        return ByteBufUtil.getBytes(bytes, bytes.readerIndex(), size(), false);
    }

    boolean isOutsideHeap() {
        return bytes.isDirect();
    }

    /** A copy where the system can send it from as it is, and the garbage collector need not move it. */
    Representation outsideHeap() {
        ByteBuf outside = OUTSIDE.directBuffer(size()).writeBytes(bytes.duplicate());
        return new Representation(outside, new Lent(outside), tag, etag, length, coding);
    }

    /** Lets go of the memory; it is free when all that is being sent of it is sent. */
    void release() {
        bytes.release();
    }

    static Representation plain(byte[] bytes) {
        return of(bytes, tag(bytes), null);
    }

    /**
     * Strong, and the same on every node: 128 bits of MurmurHash3, which say nothing but what the bytes are. Nobody gains
     * by forging one, and SHA-256 would be a quarter of the cost of a list.
     */
    private static String tag(byte[] bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes);
        byte[] both = ByteBuffer.allocate(16).putLong(hash[0]).putLong(hash[1]).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** This text in a coding. */
    Representation encoded(ContentCoding other) {
        return of(other.encode(array()), tag + "-" + other.token(), other);
    }

    private static Representation of(byte[] array, String tag, @Nullable ContentCoding coding) {
        ByteBuf bytes = Unpooled.wrappedBuffer(array);
        return new Representation(
                bytes,
                new Lent(bytes),
                tag,
                new AsciiString('"' + tag + '"'),
                new AsciiString(Integer.toString(array.length)),
                coding);
    }
}
