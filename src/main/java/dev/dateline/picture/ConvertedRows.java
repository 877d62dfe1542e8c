package dev.dateline.picture;

import java.awt.Point;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Brings the colours of rows to sRGB before they go on; alpha stays. */
record ConvertedRows(Rows target, ColorConvertOp conversion, int channels, int width) implements Rows {

    private static final int[] COLOURS = {0, 1, 2};

    @Override
    public void row(int y, byte[] row) {
        byte[] converted = row.clone();
        conversion.filter(raster(row), raster(converted));
        target.row(y, converted);
    }

    private WritableRaster raster(byte[] row) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(row, row.length), width, 1, width * channels, channels, COLOURS, new Point(0, 0));
    }
}
