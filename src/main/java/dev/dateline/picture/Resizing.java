package dev.dateline.picture;

import java.util.Arrays;

/** Sizes that keep the shape of a picture, and never enlarge it. */
final class Resizing {

    private Resizing() {}

    /** What makes a picture small enough while its rows come in. */
    static Scaling toFit(int width, int height, int channels, int maxSide) {
        double factor = Math.min(1, (double) maxSide / Math.max(width, height));
        return new Scaling(Crop.whole(width, height), channels, (int) Math.max(1, Math.round(width * factor)), (int)
                Math.max(1, Math.round(height * factor)));
    }

    static Pixels toFit(Pixels pixels, int maxSide) throws BadPicture {
        Scaling scaling = toFit(pixels.width(), pixels.height(), pixels.channels(), maxSide);
        int length = pixels.width() * pixels.channels();
        for (int y = 0; y < pixels.height(); y++) {
            scaling.row(y, Arrays.copyOfRange(pixels.samples(), y * length, (y + 1) * length));
        }
        return scaling.pixels();
    }
}
