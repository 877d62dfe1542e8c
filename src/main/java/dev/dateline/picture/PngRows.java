package dev.dateline.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Decodes a PNG that is not interlaced, row by row (W3C PNG, third edition, sections 7, 9 and 10): Java's reader keeps all of it
 * in memory. Chunks that are no part of the picture are not looked at.
 */
final class PngRows {

    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int DATA = 0x49444154;

    private final DataInputStream file;
    private final PngColours colours = new PngColours();
    private int chunkLeft;

    private PngRows(DataInputStream file) {
        this.file = file;
    }

    static void decode(Path path, PictureTarget target) throws IOException, BadPicture {
        try (DataInputStream file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            new PngRows(file).decode(target);
        } catch (EOFException | ZipException e) {
            throw BadPicture.damage("The PNG is damaged: rows of it are missing.");
        }
    }

    private void decode(PictureTarget target) throws IOException, BadPicture {
        file.skipNBytes(16);
        int width = file.readInt();
        int height = file.readInt();
        colours.header(file.readUnsignedByte(), file.readUnsignedByte());
        file.skipNBytes(7);
        findData();
        Rows rows = target.begin(colours.hasAlpha() ? 4 : 3, width, height);
        Inflater inflater = new Inflater();
        try {
            rows(new DataInputStream(new InflaterInputStream(new Data(), inflater, 1 << 16)), width, height, rows);
        } finally {
            inflater.end();
        }
    }

    /** Reads on to the first chunk of the picture itself. */
    private void findData() throws IOException, BadPicture {
        while (true) {
            int length = file.readInt();
            int type = file.readInt();
            if (type == DATA) {
                chunkLeft = length;
                return;
            }
            if (type == PALETTE || type == TRANSPARENCY) {
                if (length > 3 * 256 || length < 0) {
                    throw BadPicture.damage("The PNG is damaged: its palette is too long.");
                }
                colours.read(type == PALETTE, file.readNBytes(length));
                file.skipNBytes(4);
            } else {
                file.skipNBytes((length & 0xFFFFFFFFL) + 4);
            }
        }
    }

    private void rows(DataInputStream data, int width, int height, Rows rows) throws IOException, BadPicture {
        int step = Math.max(1, colours.bitsPerPixel() / 8);
        byte[] row = new byte[(int) (((long) width * colours.bitsPerPixel() + 7) / 8)];
        byte[] above = new byte[row.length];
        byte[] converted = new byte[width * (colours.hasAlpha() ? 4 : 3)];
        for (int y = 0; y < height; y++) {
            int filter = data.readUnsignedByte();
            data.readFully(row);
            unfilter(filter, row, above, step);
            colours.convert(row, width, converted);
            rows.row(y, converted);
            byte[] spare = above;
            above = row;
            row = spare;
        }
        if (data.read() >= 0) { // the checksum stands at the end
            throw BadPicture.damage("The PNG is damaged: it holds more than its rows.");
        }
    }

    private static void unfilter(int filter, byte[] row, byte[] above, int step) throws BadPicture {
        if (filter > 4) {
            throw BadPicture.damage("The PNG is damaged: it has a filter that there is not.");
        }
        for (int i = 0; filter != 0 && i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < step ? 0 : above[i - step] & 0xFF;
            row[i] += (byte)
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        default -> nearest(left, up, corner);
                    };
        }
    }

    /** Paeth's predictor (section 9.4). */
    private static int nearest(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    /** The bytes of the chunks of the picture, one after the other. */
    private final class Data extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            while (chunkLeft == 0) {
                file.skipNBytes(4);
                chunkLeft = file.readInt();
                if (file.readInt() != DATA) {
                    return -1;
                }
            }
            int count = file.read(to, offset, Math.min(length, chunkLeft & Integer.MAX_VALUE));
            chunkLeft -= Math.max(0, count);
            return count;
        }
    }
}
