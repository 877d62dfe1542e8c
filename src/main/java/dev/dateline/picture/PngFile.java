package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;

/** The chunks of a PNG (W3C PNG, third edition, section 5), walked without decoding. */
final class PngFile {

    private static final int FIRST_CHUNK = 8;
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;

    private PngFile() {}

    static PictureHeader inspect(RandomAccessFile file) throws IOException, BadPicture {
        if (file.length() < FIRST_CHUNK + 25) {
            throw cutOff();
        }
        file.seek(FIRST_CHUNK);
        int length = file.readInt();
        if (length != 13 || file.readInt() != HEADER) {
            throw BadPicture.damage("The PNG is damaged: it does not begin with its header.");
        }
        int width = file.readInt();
        int height = file.readInt();
        file.skipBytes(4);
        boolean isInterlaced = file.readByte() != 0;
        if (width <= 0 || height <= 0) {
            throw BadPicture.damage("The PNG is damaged: it has no width or height.");
        }
        walk(file);
        return new PictureHeader(PictureType.PNG, width, height, 1, isInterlaced);
    }

    private static void walk(RandomAccessFile file) throws IOException, BadPicture {
        long at = FIRST_CHUNK;
        boolean hasData = false;
        while (at + 12 <= file.length()) {
            file.seek(at);
            long length = file.readInt() & 0xFFFFFFFFL;
            int type = file.readInt();
            at += 12 + length;
            hasData |= type == DATA;
            if (type == END) {
                if (at != file.length() || !hasData) {
                    throw BadPicture.damage("The PNG is damaged: its end is not where the file ends.");
                }
                return;
            }
        }
        throw cutOff();
    }

    private static BadPicture cutOff() {
        return BadPicture.damage("The PNG is cut off: it has no end. Send the whole file.");
    }
}
