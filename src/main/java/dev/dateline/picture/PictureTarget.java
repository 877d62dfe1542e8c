package dev.dateline.picture;

/** Makes what takes the rows. */
interface PictureTarget {

    /** @param channels 3, or 4 with alpha */
    Rows begin(int channels, int width, int height);
}
