package dev.dateline.picture;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG for print, in four inks, which Java decodes but does not turn into colours. Adobe's are inverted (Adobe Technical Note
 * 5116). It is read in stripes, because Java gives it only into memory.
 */
final class CmykJpeg {

    private static final int STRIPE_PIXELS = 12_000_000;

    private static final Point ORIGIN = new Point(0, 0);

    private final ImageReader reader;
    private final PictureHeader header;
    private final JpegColours colours;
    private final @Nullable ColorConvertOp conversion;

    /** @param conversion of the inks; null when nobody says what they look like */
    CmykJpeg(ImageReader reader, PictureHeader header, @Nullable ColorConvertOp conversion) throws IOException {
        this.conversion = conversion;
        this.reader = reader;
        this.header = header;
        this.colours = JpegColours.of(reader);
    }

    void read(Rows rows) throws IOException {
        int stripe = Math.max(1, Math.min(header.height(), STRIPE_PIXELS / header.width()));
        byte[] row = new byte[header.width() * 3];
        for (int top = 0; top < header.height(); top += stripe) {
            int height = Math.min(stripe, header.height() - top);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceRegion(new Rectangle(0, top, header.width(), height));
            Raster inks = reader.readRaster(0, how);
            for (int y = 0; y < height; y++) {
                convert(inks, y, row);
                rows.row(top + y, row);
            }
        }
    }

    private void convert(Raster inks, int y, byte[] row) {
        int width = header.width();
        byte[] samples = (byte[]) inks.getDataElements(inks.getMinX(), inks.getMinY() + y, width, 1, null);
        for (int i = 0; i < samples.length; i += 4) {
            colours.toInks(samples, i);
        }
        if (conversion == null) {
            naive(samples, row);
            return;
        }
        WritableRaster from = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), width, 1, width * 4, 4, new int[] {0, 1, 2, 3}, ORIGIN);
        WritableRaster to = Raster.createInterleavedRaster(
                new DataBufferByte(row, row.length), width, 1, width * 3, 3, new int[] {0, 1, 2}, ORIGIN);
        conversion.filter(from, to);
    }

    private static void naive(byte[] inks, byte[] row) {
        for (int from = 0, to = 0; from < inks.length; from += 4) {
            int light = 255 - (inks[from + 3] & 0xFF);
            for (int channel = 0; channel < 3; channel++) {
                row[to++] = (byte) ((255 - (inks[from + channel] & 0xFF)) * light / 255);
            }
        }
    }
}
