package dev.dateline.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** What the colours of a file look like (ICC.1), where the file says it and Java's reader does not heed it. */
final class ColourProfile {

    private static final int MAX_BYTES = 4 << 20;
    private static final String IN_JPEG = "ICC_PROFILE\0";

    private ColourProfile() {}

    /**
     * What brings samples of a file to sRGB; null when they are that already, and when the profile cannot be used.
     *
     * @param samples how many there are of a pixel: 3, or 4 for inks
     */
    static @Nullable ColorConvertOp conversion(Path path, PictureType type, int samples) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes =
                    switch (type) {
                        case JPEG -> inJpeg(file);
                        case PNG -> inPng(file);
                        case WEBP -> inWebp(file);
                        case GIF -> new byte[0];
                    };
            return bytes.length == 0 ? null : conversion(ICC_Profile.getInstance(bytes), samples);
        } catch (IOException | IllegalArgumentException | CMMException e) {
            return null;
        }
    }

    private static @Nullable ColorConvertOp conversion(ICC_Profile profile, int samples) {
        boolean isSrgb = new String(profile.getData(), StandardCharsets.ISO_8859_1).contains("sRGB");
        int type = samples == 4 ? ColorSpace.TYPE_CMYK : ColorSpace.TYPE_RGB;
        if (isSrgb || profile.getColorSpaceType() != type) {
            return null;
        }
        ICC_ColorSpace from = new ICC_ColorSpace(profile);
        from.toRGB(new float[samples]); // fails now when it cannot be used at all
        return new ColorConvertOp(from, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
    }

    /** In pieces, in segments of their own (ICC.1 annex B.4). */
    private static byte[] inJpeg(RandomAccessFile file) throws IOException {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        long at = 2;
        while (at + 4 < file.length() && profile.size() < MAX_BYTES) {
            file.seek(at);
            int marker = file.readUnsignedShort();
            int length = file.readUnsignedShort();
            if (marker == 0xFFDA || marker < 0xFFC0) {
                break;
            }
            if (marker == 0xFFE2 && length > 16 + IN_JPEG.length()) {
                byte[] segment = new byte[length - 2];
                file.readFully(segment);
                if (new String(segment, 0, IN_JPEG.length(), StandardCharsets.ISO_8859_1).equals(IN_JPEG)) {
                    profile.write(segment, IN_JPEG.length() + 2, segment.length - IN_JPEG.length() - 2);
                }
            }
            at += 2 + length;
        }
        return profile.toByteArray();
    }

    /** Behind its name, compressed (W3C PNG, third edition, section 11.3.2.3). */
    private static byte[] inPng(RandomAccessFile file) throws IOException {
        byte[] chunk = chunk(file, 8, "iCCP", "IDAT", false);
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return new byte[0];
        }
        try (InflaterInputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
            return profile.readNBytes(MAX_BYTES);
        }
    }

    private static byte[] inWebp(RandomAccessFile file) throws IOException {
        return chunk(file, 12, "ICCP", "VP8 ", true);
    }

    /** The content of a chunk; nothing when another one comes first. */
    private static byte[] chunk(RandomAccessFile file, long from, String wanted, String last, boolean isRiff)
            throws IOException {
        long at = from;
        while (at + 8 < file.length()) {
            file.seek(at);
            byte[] head = new byte[8];
            file.readFully(head);
            String name = new String(head, isRiff ? 0 : 4, 4, StandardCharsets.ISO_8859_1);
            long length = isRiff
                    ? Integer.toUnsignedLong(Integer.reverseBytes(number(head, 4)))
                    : Integer.toUnsignedLong(number(head, 0));
            if (name.equals(last)) {
                break;
            }
            if (name.equals(wanted) && length <= MAX_BYTES && at + 8 + length <= file.length()) {
                byte[] content = new byte[(int) length];
                file.readFully(content);
                return content;
            }
            at += 8 + length + (isRiff ? length & 1 : 4);
        }
        return new byte[0];
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 24)
                | ((bytes[at + 1] & 0xFF) << 16)
                | ((bytes[at + 2] & 0xFF) << 8)
                | (bytes[at + 3] & 0xFF);
    }
}
