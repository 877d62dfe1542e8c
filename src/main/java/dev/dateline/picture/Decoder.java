package dev.dateline.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Decodes a picture row by row, where its type allows it. */
final class Decoder {

    /**
     * In the words of libjpeg, which makes up what is not there and only warns. It warns once: what is cut off behind a place with
     * bytes too many, which many cameras write, is taken.
     */
    private static final List<String> DAMAGE =
            List.of("premature end", "bad huffman code", "found marker 0xd9 instead");

    private final PictureHeader header;

    Decoder(PictureHeader header) {
        this.header = header;
    }

    /** @throws BadPicture when it cannot be decoded */
    void decode(Path file, PictureTarget wanted) throws BadPicture {
        PictureTarget target = inSrgb(file, wanted);
        try {
            if (header.type() == PictureType.PNG && !header.isWhole()) {
                PngRows.decode(file, target);
            } else {
                decodeByJava(file, target);
            }
        } catch (IOException | RuntimeException e) {
            throw BadPicture.damage("The picture is damaged, or of a kind that is not known here. Save it anew.");
        }
    }

    /** Java heeds the profiles of JPEGs in colours, but no others. */
    private PictureTarget inSrgb(Path file, PictureTarget wanted) {
        ColorConvertOp conversion =
                header.type() == PictureType.JPEG ? null : ColourProfile.conversion(file, header.type(), 3);
        return conversion == null
                ? wanted
                : (channels, width, height) ->
                        new ConvertedRows(wanted.begin(channels, width, height), conversion, channels, width);
    }

    private void decodeByJava(Path file, PictureTarget target) throws IOException, BadPicture {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader();
            AtomicBoolean isDamaged = new AtomicBoolean();
            try {
                reader.setInput(input, false, true);
                reader.addIIOReadWarningListener((source, warning) -> {
                    String words = warning.toLowerCase(Locale.ROOT);
                    isDamaged.compareAndSet(false, DAMAGE.stream().anyMatch(words::contains));
                });
                read(reader, file, target);
            } finally {
                reader.dispose();
            }
            if (isDamaged.get()) {
                throw BadPicture.damage(
                        "The JPEG is cut off or damaged: a part of it cannot be read. Send the whole file.");
            }
        }
    }

    private ImageReader reader() throws BadPicture {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByMIMEType(header.type().mediaType());
        if (!readers.hasNext()) {
            throw BadPicture.type(header.type() + " cannot be read on this machine. Send a JPEG or PNG.");
        }
        return readers.next();
    }

    private void read(ImageReader reader, Path file, PictureTarget target) throws IOException, BadPicture {
        if (header.type() == PictureType.JPEG && isInInks(reader)) {
            new CmykJpeg(reader, header, ColourProfile.conversion(file, header.type(), 4))
                    .read(target.begin(3, header.width(), header.height()));
        } else if (header.isWhole()) {
            whole(reader.read(0), target);
        } else {
            streamed(reader, target);
        }
    }

    /** Some versions of Java know no colours for four inks, others only poor ones. */
    private static boolean isInInks(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        return !types.hasNext() || types.next().getNumBands() == 4;
    }

    /** Of a progressive JPEG every pass comes; the last one counts. */
    private void streamed(ImageReader reader, PictureTarget target) throws IOException {
        ImageTypeSpecifier type = type(reader);
        ColorModel colours = type.getColorModel();
        Rows rows = target.begin(colours.hasAlpha() ? 4 : 3, header.width(), header.height());
        byte[] row = new byte[header.width() * (colours.hasAlpha() ? 4 : 3)];
        RowRaster raster = new RowRaster(type.getSampleModel(header.width(), header.height()), (y, samples) -> {
            RowColours.read(samples, colours, row);
            rows.row(y, row);
        });
        ImageReadParam how = reader.getDefaultReadParam();
        how.setDestination(new BufferedImage(colours, raster, false, null));
        reader.read(0, how);
    }

    private static ImageTypeSpecifier type(ImageReader reader) throws IOException {
        return reader.getImageTypes(0).next();
    }

    private void whole(BufferedImage image, PictureTarget target) {
        boolean hasAlpha = image.getColorModel().hasAlpha();
        Rows rows = target.begin(hasAlpha ? 4 : 3, image.getWidth(), image.getHeight());
        byte[] row = new byte[image.getWidth() * (hasAlpha ? 4 : 3)];
        for (int y = 0; y < image.getHeight(); y++) {
            Raster samples = image.getRaster()
                    .createChild(0, y, image.getWidth(), 1, 0, 0, null)
                    .createTranslatedChild(0, 0);
            RowColours.read(samples, image.getColorModel(), row);
            rows.row(y, row);
        }
    }
}
