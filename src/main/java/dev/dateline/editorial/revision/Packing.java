package dev.dateline.editorial.revision;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * DEFLATE with another revision as its preset dictionary (RFC 1950 section 2.2): what did not change costs a few bytes. The
 * format looks back 32 KB, so that is how much of the other counts.
 */
final class Packing {

    private static final int WINDOW = 32_768;

    private Packing() {}

    static byte[] pack(byte[] content, byte @Nullable [] base) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            if (base != null) {
                deflater.setDictionary(window(base));
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

    static byte[] unpack(byte[] packed, byte @Nullable [] base) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream content = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[8_192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                content.write(buffer, 0, count);
                if (count == 0 && inflater.needsDictionary() && base != null) {
                    inflater.setDictionary(window(base));
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

    private static byte[] window(byte[] base) {
        return base.length <= WINDOW ? base : Arrays.copyOfRange(base, base.length - WINDOW, base.length);
    }
}
