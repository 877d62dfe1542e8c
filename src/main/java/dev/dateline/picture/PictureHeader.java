package dev.dateline.picture;

/**
 * What the head of a file says, read before any pixel is.
 *
 * @param width in pixels, as they are stored: before they are turned upright
 * @param height in pixels
 * @param scans how often a progressive JPEG goes over the picture; 1 for anything else
 * @param isWhole whether it must be decoded whole, because its rows do not come one after the other
 */
record PictureHeader(PictureType type, int width, int height, int scans, boolean isWhole) {

    long pixels() {
        return (long) width * height;
    }
}
