package dev.dateline.picture;

import java.io.IOException;
import java.io.RandomAccessFile;

/** The markers of a JPEG (ITU-T T.81, annex B), walked without decoding. */
final class JpegFile {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int BUFFER = 1 << 16;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER];
    private long start;
    private int filled;
    private int at;
    private int width;
    private int height;
    private int scans;

    private JpegFile(RandomAccessFile file) {
        this.file = file;
    }

    static PictureHeader inspect(RandomAccessFile file) throws IOException, BadPicture {
        return new JpegFile(file).header();
    }

    private PictureHeader header() throws IOException, BadPicture {
        seek(2);
        int marker = nextMarker();
        while (marker != END_OF_IMAGE) {
            if (marker < 0) {
                throw BadPicture.damage("The JPEG is cut off: it has no end. Send the whole file.");
            }
            if (marker == START_OF_SCAN) {
                scans++;
            }
            if (hasLength(marker)) {
                segment(marker);
            }
            marker = nextMarker();
        }
        if (width == 0 || height == 0 || scans == 0) {
            throw BadPicture.damage("The JPEG holds no picture.");
        }
        return new PictureHeader(PictureType.JPEG, width, height, scans, false);
    }

    private void segment(int marker) throws IOException, BadPicture {
        int length = (read() << 8) | read();
        long next = start + at - 2 + length;
        if (length < 2 || next > file.length()) {
            throw BadPicture.damage("The JPEG is damaged: a segment is longer than the file.");
        }
        if (isFrame(marker) && width == 0) {
            int precision = read();
            height = (read() << 8) | read();
            width = (read() << 8) | read();
            if (precision != 8) {
                throw BadPicture.type("A JPEG with " + precision + " bits is not taken. Save it with 8 bits.");
            }
        }
        seek(next);
    }

    /** SOF0 to SOF15, but for those numbers that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean hasLength(int marker) {
        return marker != 0x01 && !(marker >= 0xD0 && marker <= 0xD8);
    }

    /** The next marker, over the bytes of a scan; -1 at the end of the file. */
    private int nextMarker() throws IOException {
        int before = 0;
        while (true) {
            int value = read();
            if (value < 0) {
                return -1;
            }
            boolean isRestart = value >= 0xD0 && value <= 0xD7;
            if (before == 0xFF && value != 0 && value != 0xFF && !isRestart) {
                return value;
            }
            before = value;
        }
    }

    private int read() throws IOException {
        if (at == filled) {
            start += filled;
            at = 0;
            filled = Math.max(0, file.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    private void seek(long position) throws IOException {
        if (position >= start && position <= start + filled) {
            at = (int) (position - start);
            return;
        }
        file.seek(position);
        start = position;
        filled = 0;
        at = 0;
    }
}
