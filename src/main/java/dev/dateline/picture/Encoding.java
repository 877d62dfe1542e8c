package dev.dateline.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures, without any metadata. */
final class Encoding {

    private static final String LOSSY_WEBP = "Lossy";

    private Encoding() {}

    /** @param quality from 0 to 1 */
    static void jpeg(Pixels pixels, float quality, OutputStream out) throws IOException {
        ImageWriter writer = writer("image/jpeg");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        write(writer, how, pixels.opaque(), out);
    }

    /** @param quality from 0 to 1 */
    static void webp(Pixels pixels, float quality, OutputStream out) throws IOException {
        ImageWriter writer = writer("image/webp");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(LOSSY_WEBP);
        how.setCompressionQuality(quality);
        write(writer, how, pixels, out);
    }

    static void png(Pixels pixels, OutputStream out) throws IOException {
        ImageWriter writer = writer("image/png");
        write(writer, writer.getDefaultWriteParam(), pixels, out);
    }

    private static ImageWriter writer(String mediaType) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType(mediaType);
        if (!writers.hasNext()) {
            throw new IOException(mediaType + " cannot be written on this machine");
        }
        return writers.next();
    }

    private static void write(ImageWriter writer, ImageWriteParam how, Pixels pixels, OutputStream out)
            throws IOException {
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels.image(), null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
