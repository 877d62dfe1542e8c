package dev.dateline.picture;

import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Brings a row of any colour model to samples of sRGB. */
final class RowColours {

    private RowColours() {}

    /** @param to red, green and blue, and alpha if the model has it, for each pixel */
    static void read(Raster row, ColorModel colours, byte[] to) {
        boolean isPlain = colours instanceof ComponentColorModel
                && row.getTransferType() == DataBuffer.TYPE_BYTE
                && colours.getColorSpace().isCS_sRGB()
                && row.getNumBands() == colours.getNumComponents();
        if (isPlain) {
            row.getDataElements(row.getMinX(), row.getMinY(), row.getWidth(), 1, to);
        } else if (colours instanceof ComponentColorModel && colours.getNumColorComponents() == 1) {
            grey(row, colours, to);
        } else {
            converted(row, colours, to);
        }
    }

    /** As it is: Java would take grey for linear light, and make it brighter. */
    private static void grey(Raster row, ColorModel colours, byte[] to) {
        int shift = Math.max(0, colours.getComponentSize(0) - 8);
        int scale = colours.getComponentSize(0) < 8 ? 255 / ((1 << colours.getComponentSize(0)) - 1) : 1;
        int at = 0;
        for (int x = 0; x < row.getWidth(); x++) {
            byte value = (byte) ((row.getSample(row.getMinX() + x, row.getMinY(), 0) >> shift) * scale);
            to[at++] = value;
            to[at++] = value;
            to[at++] = value;
            if (colours.hasAlpha()) {
                to[at++] = (byte) (row.getSample(row.getMinX() + x, row.getMinY(), 1) >> shift);
            }
        }
    }

    private static void converted(Raster row, ColorModel colours, byte[] to) {
        Object pixel = null;
        int at = 0;
        for (int x = 0; x < row.getWidth(); x++) {
            pixel = row.getDataElements(row.getMinX() + x, row.getMinY(), pixel);
            int argb = colours.getRGB(pixel);
            to[at++] = (byte) (argb >> 16);
            to[at++] = (byte) (argb >> 8);
            to[at++] = (byte) argb;
            if (colours.hasAlpha()) {
                to[at++] = (byte) (argb >>> 24);
            }
        }
    }
}
