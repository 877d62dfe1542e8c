package dev.dateline.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import javax.imageio.ImageIO;

/**
 * A process of its own that decodes one upload, so that hostile bytes never reach the server's memory. It writes the master, the
 * picture that renditions are made of, and what it has found out: upright, in sRGB, no longer than {@link #MAX_SIDE}, and without
 * any metadata.
 */
public final class PictureWorker {

    /** What it has found out, in the folder that it is given. */
    public static final String FACTS = "facts.properties";

    /** The master, in the same folder. */
    public static final String MASTER = "master";

    /** The longest side of a master, in pixels. */
    public static final int MAX_SIDE = 3_200;

    private static final float MASTER_QUALITY = 0.92f;

    /** What is decoded whole takes four bytes a pixel, and this is what the worker has room for. */
    private static final long MAX_WHOLE_PIXELS = 24_000_000;

    /** Each scan of a progressive JPEG costs as much as a whole picture. */
    private static final long MAX_SCANNED_PIXELS = 900_000_000;

    private PictureWorker() {}

    /** @param arguments the file, the folder to write into, and how many pixels are taken */
    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        Path folder = Path.of(arguments[1]);
        Properties facts = new Properties();
        try {
            work(Path.of(arguments[0]), folder, Long.parseLong(arguments[2]), facts);
        } catch (BadPicture e) {
            facts.clear();
            facts.setProperty("reason", e.reason().name());
            facts.setProperty("message", String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            facts.clear();
            facts.setProperty("reason", BadPicture.Reason.SIZE.name());
            facts.setProperty("message", "The picture takes more memory than there is for one. Send a smaller one.");
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(FACTS))) {
            facts.store(out, null);
        }
    }

    private static void work(Path file, Path folder, long maxPixels, Properties facts) throws IOException, BadPicture {
        PictureHeader header = PictureFile.inspect(file);
        refuseTooLarge(header, maxPixels);
        PictureMetadata metadata = PictureMetadata.of(file);
        Pixels master = scaled(header, file).simplified().upright(metadata.orientation());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(MASTER)))) {
            if (master.hasAlpha()) {
                Encoding.png(master, out);
            } else {
                Encoding.jpeg(master, MASTER_QUALITY, out);
            }
        }
        Pixels thumb = Resizing.toFit(master, ThumbHash.MAX_SIDE);
        boolean isTurned = metadata.orientation() >= 5 && metadata.orientation() <= 8;
        facts.setProperty("type", header.type().name());
        facts.setProperty("width", String.valueOf(isTurned ? header.height() : header.width()));
        facts.setProperty("height", String.valueOf(isTurned ? header.width() : header.height()));
        facts.setProperty("masterWidth", String.valueOf(master.width()));
        facts.setProperty("masterHeight", String.valueOf(master.height()));
        facts.setProperty("alpha", String.valueOf(master.hasAlpha()));
        facts.setProperty("placeholder", Base64.getEncoder().encodeToString(ThumbHash.of(thumb)));
        facts.setProperty("dominantColour", DominantColour.of(thumb));
        metadata.fields().forEach((name, value) -> facts.setProperty("metadata." + name, value));
    }

    private static void refuseTooLarge(PictureHeader header, long maxPixels) throws BadPicture {
        if (header.pixels() > maxPixels) {
            throw BadPicture.size("The picture has %d x %d pixels; at most %d million are taken. Send a smaller one."
                    .formatted(header.width(), header.height(), maxPixels / 1_000_000));
        }
        if (header.isWhole() && header.pixels() > MAX_WHOLE_PIXELS) {
            throw BadPicture.size(
                    "At most %d million pixels are taken of a WebP, a GIF or an interlaced PNG. Send a JPEG."
                            .formatted(MAX_WHOLE_PIXELS / 1_000_000));
        }
        if (header.pixels() * header.scans() > MAX_SCANNED_PIXELS) {
            throw BadPicture.size("The JPEG goes over the picture too often. Save it anew, not progressive.");
        }
    }

    private static Pixels scaled(PictureHeader header, Path file) throws IOException, BadPicture {
        Scaling[] scaling = new Scaling[1];
        new Decoder(header).decode(file, (channels, width, height) -> {
            scaling[0] = Resizing.toFit(width, height, channels, MAX_SIDE);
            return scaling[0];
        });
        return scaling[0].pixels();
    }
}
