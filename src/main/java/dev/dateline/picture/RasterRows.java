package dev.dateline.picture;

import java.awt.image.Raster;

/** Takes the rows of a picture as one of Java's readers makes them. */
interface RasterRows {

    void row(int y, Raster row);
}
