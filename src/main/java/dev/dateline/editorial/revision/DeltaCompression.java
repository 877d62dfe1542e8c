package dev.dateline.editorial.revision;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Packs content against other content. What both begin and end with is only counted; the rest goes through DEFLATE with
 * the other's bytes around that place as preset dictionary (RFC 1950 section 2.2), which looks back 32 KB.
 */
final class DeltaCompression {

    private static final int WINDOW = 32_768;
    private static final int AROUND = 8_192;

    private DeltaCompression() {}

    static byte[] pack(byte[] content, byte @Nullable [] base) {
        if (base == null) {
            return deflated(content, null);
        }
        int shorter = Math.min(content.length, base.length);
        int prefix = Math.max(0, Arrays.mismatch(content, base));
        prefix = Arrays.equals(content, base) ? shorter : Math.min(prefix, shorter);
        int suffix = 0;
        while (suffix < shorter - prefix && content[content.length - 1 - suffix] == base[base.length - 1 - suffix]) {
            suffix++;
        }
        byte[] middle =
                deflated(Arrays.copyOfRange(content, prefix, content.length - suffix), around(base, prefix, suffix));
        return ByteBuffer.allocate(8 + middle.length)
                .putInt(prefix)
                .putInt(suffix)
                .put(middle)
                .array();
    }

    static byte[] unpack(byte[] packed, byte @Nullable [] base) {
        if (base == null) {
            return inflated(packed, 0, null);
        }
        ByteBuffer head = ByteBuffer.wrap(packed);
        int prefix = head.getInt();
        int suffix = head.getInt();
        byte[] middle = inflated(packed, 8, around(base, prefix, suffix));
        return ByteBuffer.allocate(prefix + middle.length + suffix)
                .put(base, 0, prefix)
                .put(middle)
                .put(base, base.length - suffix, suffix)
                .array();
    }

    private static byte[] around(byte[] base, int prefix, int suffix) {
        int end = Math.min(base.length, base.length - suffix + AROUND);
        int start = Math.max(Math.max(0, prefix - AROUND), end - WINDOW);
        return Arrays.copyOfRange(base, start, end);
    }

    private static byte[] deflated(byte[] content, byte @Nullable [] dictionary) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            if (dictionary != null && dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 4 + 64);
            byte[] buffer = new byte[8_192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] packed, int offset, byte @Nullable [] dictionary) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, offset, packed.length - offset);
            ByteArrayOutputStream content = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[8_192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                content.write(buffer, 0, count);
                if (count == 0 && inflater.needsDictionary() && dictionary != null) {
                    inflater.setDictionary(dictionary);
                } else if (count == 0 && !inflater.finished()) {
                    throw new IllegalStateException("A stored revision is not whole");
                }
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored revision cannot be read", e);
        } finally {
            inflater.end();
        }
    }
}
