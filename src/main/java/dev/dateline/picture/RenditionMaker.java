package dev.dateline.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Makes renditions of masters, which are known to be sound. */
public final class RenditionMaker {

    private static final float JPEG_QUALITY = 0.80f;
    private static final float WEBP_QUALITY = 0.75f;

    private RenditionMaker() {}

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
    public record Order(
            int masterWidth,
            int masterHeight,
            boolean hasAlpha,
            double ratio,
            double x,
            double y,
            int width,
            boolean isWebp) {

        Crop crop() {
            return ratio == 0
                    ? Crop.whole(masterWidth, masterHeight)
                    : Crop.around(masterWidth, masterHeight, ratio, x, y);
        }
    }

    /** @throws IOException when the master cannot be read */
    public static byte[] make(Path master, Order order) throws IOException {
        PictureHeader header = new PictureHeader(
                order.hasAlpha() ? PictureType.PNG : PictureType.JPEG,
                order.masterWidth(),
                order.masterHeight(),
                1,
                false);
        try {
            return encoded(scaled(header, master, order), order.isWebp());
        } catch (BadPicture e) {
            throw new IOException("The master cannot be read: " + e.getMessage(), e);
        }
    }

    private static Pixels scaled(PictureHeader header, Path master, Order order) throws IOException, BadPicture {
        Crop crop = order.crop();
        int width = Math.min(order.width(), crop.width());
        Scaling[] scaling = new Scaling[1];
        new Decoder(header).decode(master, (channels, ignoredWidth, ignoredHeight) -> {
            scaling[0] = new Scaling(crop, channels, width, crop.heightAt(width));
            return scaling[0];
        });
        return scaling[0].pixels();
    }

    private static byte[] encoded(Pixels pixels, boolean isWebp) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (isWebp) {
            Encoding.webp(pixels, WEBP_QUALITY, out);
        } else {
            Encoding.jpeg(pixels, JPEG_QUALITY, out);
        }
        return out.toByteArray();
    }
}
