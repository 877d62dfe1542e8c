package dev.dateline.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Makes renditions of masters, which are known to be sound. */
public final class RenditionMaker {

    private static final float JPEG_QUALITY = 0.80f;
    private static final float WEBP_QUALITY = 0.75f;

    private RenditionMaker() {}

    /** @throws IOException when the master cannot be read */
    public static byte[] make(Path master, RenditionOrder order) throws IOException {
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

    private static Pixels scaled(PictureHeader header, Path master, RenditionOrder order)
            throws IOException, BadPicture {
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
