package dev.dateline.picture;

/** A part of a picture, in its pixels. */
record Crop(int left, int top, int width, int height) {

    /** All of it. */
    static Crop whole(int width, int height) {
        return new Crop(0, 0, width, height);
    }

    /**
     * The largest part of a shape, as near around a point as the picture allows.
     *
     * @param ratio width to height
     * @param x of the point, as a fraction of the width
     * @param y of the point, as a fraction of the height
     */
    static Crop around(int width, int height, double ratio, double x, double y) {
        int wide = (int) Math.max(1, Math.min(width, Math.round(height * ratio)));
        int high = (int) Math.max(1, Math.min(height, Math.round(width / ratio)));
        int left = (int) Math.round(Math.max(0, Math.min(width - wide, x * width - wide / 2.0)));
        int top = (int) Math.round(Math.max(0, Math.min(height - high, y * height - high / 2.0)));
        return new Crop(left, top, wide, high);
    }

    /** The height that goes with a width. */
    int heightAt(int smallerWidth) {
        return (int) Math.max(1, Math.min(height, Math.round((double) height * smallerWidth / width)));
    }
}
