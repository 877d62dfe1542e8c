package dev.dateline.picture;

import java.awt.Point;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/** Looks to a reader of Java's like the place for a whole picture, and hands each row on instead of keeping it. */
final class RowRaster extends WritableRaster {

    private final RasterRows sink;

    RowRaster(SampleModel model, RasterRows sink) {
        super(model, new DataBufferByte(1), new Point(0, 0));
        this.sink = sink;
    }

    @Override
    public void setRect(int dx, int dy, Raster row) {
        sink.row(row.getMinY() + dy, row);
    }

    @Override
    public WritableRaster createWritableTranslatedChild(int x, int y) {
        return this;
    }
}
