package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * The head of a GIF (GIF89a, sections 18 to 24). Only its first picture is taken, however many there are; it may be larger than the
 * screen that the head speaks of.
 */
final class GifFile {

    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;

    private GifFile() {}

    static PictureHeader inspect(RandomAccessFile file) throws IOException, BadPicture {
        if (file.length() < HEAD) {
            throw BadPicture.damage("The GIF is cut off. Send the whole file.");
        }
        file.seek(6);
        int width = littleEndian(file);
        int height = littleEndian(file);
        int flags = file.read();
        long at = (long) HEAD + palette(flags);
        while (at < file.length()) {
            file.seek(at);
            int kind = file.read();
            if (kind == EXTENSION) {
                file.skipBytes(1);
                at = behindBlocks(file);
            } else if (kind == IMAGE) {
                file.skipBytes(4);
                return header(Math.max(width, littleEndian(file)), Math.max(height, littleEndian(file)));
            } else {
                break;
            }
        }
        return header(width, height);
    }

    private static PictureHeader header(int width, int height) throws BadPicture {
        if (width == 0 || height == 0) {
            throw BadPicture.damage("The GIF is damaged: it has no width or height.");
        }
        return new PictureHeader(PictureType.GIF, width, height, 1, true);
    }

    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int littleEndian(RandomAccessFile file) throws IOException {
        return Math.max(0, file.read()) | (Math.max(0, file.read()) << 8);
    }

    /** Where the blocks of an extension end. */
    private static long behindBlocks(RandomAccessFile file) throws IOException {
        int length = file.read();
        while (length > 0) {
            file.skipBytes(length);
            length = file.read();
        }
        return file.getFilePointer();
    }
}
