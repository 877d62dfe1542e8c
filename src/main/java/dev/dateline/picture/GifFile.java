package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;

/** The head of a GIF (GIF89a, section 18). Only its first picture is taken, however many there are. */
final class GifFile {

    private static final int HEAD = 13;

    private GifFile() {}

    static PictureHeader inspect(RandomAccessFile file) throws IOException, BadPicture {
        if (file.length() < HEAD) {
            throw BadPicture.damage("The GIF is cut off. Send the whole file.");
        }
        file.seek(6);
        int width = file.read() | file.read() << 8;
        int height = file.read() | file.read() << 8;
        if (width == 0 || height == 0) {
            throw BadPicture.damage("The GIF is damaged: it has no width or height.");
        }
        return new PictureHeader(PictureType.GIF, width, height, 1, true);
    }
}
