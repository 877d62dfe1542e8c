package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** The container of a WebP (RFC 9649, section 2). Its lengths are checked here, because libwebp's reader believes them. */
final class WebpFile {

    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATION = 0x02;

    private WebpFile() {}

    static PictureHeader inspect(RandomAccessFile file) throws IOException, BadPicture {
        file.seek(4);
        long declared = littleEndian(file, 4) + 8;
        if (file.length() < FIRST_CHUNK + 18 || declared + (declared & 1) < file.length() || declared > file.length()) {
            throw BadPicture.damage(
                    "The WebP is cut off or damaged: it is not as long as it says. Send the whole file.");
        }
        file.seek(FIRST_CHUNK);
        byte[] name = new byte[4];
        file.readFully(name);
        long length = littleEndian(file, 4);
        if (FIRST_CHUNK + 8 + length > file.length()) {
            throw BadPicture.damage("The WebP is damaged: a chunk is longer than the file.");
        }
        return switch (new String(name, StandardCharsets.US_ASCII)) {
            case "VP8 " -> lossy(file);
            case "VP8L" -> lossless(file);
            case "VP8X" -> extended(file);
            default -> throw BadPicture.damage("The WebP holds no picture.");
        };
    }

    private static PictureHeader lossy(RandomAccessFile file) throws IOException {
        file.skipBytes(6);
        return header((int) littleEndian(file, 2) & 0x3FFF, (int) littleEndian(file, 2) & 0x3FFF);
    }

    private static PictureHeader lossless(RandomAccessFile file) throws IOException {
        file.skipBytes(1);
        long bits = littleEndian(file, 4);
        return header((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
    }

    private static PictureHeader extended(RandomAccessFile file) throws IOException, BadPicture {
        int flags = file.read();
        if ((flags & ANIMATION) != 0) {
            throw BadPicture.type("An animated WebP is not taken. Send one picture of it, or a video.");
        }
        file.skipBytes(3);
        return header((int) littleEndian(file, 3) + 1, (int) littleEndian(file, 3) + 1);
    }

    private static PictureHeader header(int width, int height) {
        return new PictureHeader(PictureType.WEBP, width, height, 1, true);
    }

    private static long littleEndian(RandomAccessFile file, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) Math.max(0, file.read()) << (8 * i);
        }
        return value;
    }
}
