package dev.dateline.picture;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/**
 * How a JPEG of four samples means them.
 *
 * @param adobeTransform what Adobe's marker says: 0 for inks, 2 for inks as luminance and colour; null without the marker
 */
record JpegColours(@Nullable Integer adobeTransform) {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    static JpegColours of(ImageReader reader) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(FORMAT);
        NodeList adobe = root.getElementsByTagName("app14Adobe");
        return new JpegColours(
                adobe.getLength() == 0
                        ? null
                        : Integer.valueOf(((IIOMetadataNode) adobe.item(0)).getAttribute("transform")));
    }

    /** Turns one pixel, in place, into the inks cyan, magenta, yellow and black. */
    void toInks(byte[] samples, int at) {
        if (adobeTransform != null && adobeTransform == 2) {
            int luminance = samples[at] & 0xFF;
            int blue = (samples[at + 1] & 0xFF) - 128;
            int red = (samples[at + 2] & 0xFF) - 128;
            samples[at] = sample(luminance + 1.402 * red);
            samples[at + 1] = sample(luminance - 0.344136 * blue - 0.714136 * red);
            samples[at + 2] = sample(luminance + 1.772 * blue);
        }
        if (adobeTransform != null) {
            for (int i = at; i < at + 4; i++) {
                samples[i] = (byte) (255 - (samples[i] & 0xFF));
            }
        }
    }

    private static byte sample(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
