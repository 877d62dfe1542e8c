package dev.dateline.picture;

/** Takes the rows of a picture, from the first to the last. */
interface Rows {

    /**
     * @param y from 0. When it goes back to 0 the picture begins again, as a progressive JPEG does: what came before is void
     * @param row the samples, pixel by pixel; it is used again for the next row
     */
    void row(int y, byte[] row);
}
