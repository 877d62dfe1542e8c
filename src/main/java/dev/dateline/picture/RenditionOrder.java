package dev.dateline.picture;

/**
 * A part of a master, made smaller.
 *
 * @param masterWidth of the master, in pixels
 * @param masterHeight of the master, in pixels
 * @param hasAlpha whether the master is a PNG, and not a JPEG
 * @param ratio width to height of the part; 0 for all of it
 * @param x of what must stay visible, as a fraction of the width
 * @param y of the same, as a fraction of the height
 * @param width wanted; a smaller part is not enlarged
 * @param isWebp a WebP, or a JPEG, which has white where something would show through
 */
public record RenditionOrder(
        int masterWidth,
        int masterHeight,
        boolean hasAlpha,
        double ratio,
        double x,
        double y,
        int width,
        boolean isWebp) {

    Crop crop() {
        return ratio == 0 ? Crop.whole(masterWidth, masterHeight) : Crop.around(masterWidth, masterHeight, ratio, x, y);
    }
}
