package dev.dateline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.Pictures;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a worker makes of good and bad files, without the process around it. */
class PictureWorkerTest {

    private static final BufferedImage QUARTERS = Pictures.quarters(400, 300, 1);

    @TempDir
    Path folder;

    private Properties work(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("upload"), file);
        PictureWorker.main(new String[] {path.toString(), folder.toString(), "60000000"});
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(PictureWorker.FACTS))) {
            facts.load(reader);
        }
        return facts;
    }

    private BufferedImage master() throws IOException {
        return Pictures.decoded(Files.readAllBytes(folder.resolve(PictureWorker.MASTER)));
    }

    static Stream<Arguments> formats() {
        BufferedImage alpha = new BufferedImage(400, 300, BufferedImage.TYPE_4BYTE_ABGR);
        alpha.createGraphics().drawImage(QUARTERS, 0, 0, null);
        return Stream.of(
                Arguments.of("JPEG", Pictures.encoded(QUARTERS, "jpg")),
                Arguments.of("JPEG", progressive(QUARTERS)),
                Arguments.of("PNG", Pictures.encoded(QUARTERS, "png")),
                Arguments.of("PNG", Pictures.encoded(alpha, "png")),
                Arguments.of("PNG", Pictures.encoded(as(QUARTERS, BufferedImage.TYPE_BYTE_INDEXED), "png")),
                Arguments.of("GIF", Pictures.encoded(QUARTERS, "gif")),
                Arguments.of("WEBP", Pictures.encoded(QUARTERS, "webp")));
    }

    private static BufferedImage as(BufferedImage image, int type) {
        BufferedImage other = new BufferedImage(image.getWidth(), image.getHeight(), type);
        other.createGraphics().drawImage(image, 0, 0, null);
        return other;
    }

    private static byte[] progressive(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyTypeBecomesAMasterOfTheSameColours(String type, byte[] file) throws IOException {
        Properties facts = work(file);

        assertThat(facts).containsEntry("type", type).containsEntry("alpha", "false");
        assertLooksLike(master(), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    }

    private static void assertLooksLike(BufferedImage image, Color... quarters) {
        int width = image.getWidth();
        int height = image.getHeight();
        assertNear(image.getRGB(width / 4, height / 4), quarters[0]);
        assertNear(image.getRGB(width * 3 / 4, height / 4), quarters[1]);
        assertNear(image.getRGB(width / 4, height * 3 / 4), quarters[2]);
        assertNear(image.getRGB(width * 3 / 4, height * 3 / 4), quarters[3]);
    }

    private static void assertNear(int rgb, Color colour) {
        Color found = new Color(rgb);
        assertThat(Math.abs(found.getRed() - colour.getRed())
                        + Math.abs(found.getGreen() - colour.getGreen())
                        + Math.abs(found.getBlue() - colour.getBlue()))
                .as(found + " for " + colour)
                .isLessThan(40);
    }

    /** Each scan makes it sharper: the first alone is a blur. */
    @Test
    void ofAProgressiveJpegTheLastScanCounts() throws IOException {
        BufferedImage noise = new BufferedImage(200, 150, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(3);
        for (int i = 0; i < 200 * 150; i++) {
            noise.setRGB(i % 200, i / 200, random.nextInt() | 0xFF000000);
        }
        byte[] file = progressive(noise);

        work(file);

        BufferedImage wanted = Pictures.decoded(file);
        BufferedImage found = master();
        long difference = 0;
        for (int i = 0; i < 200 * 150; i++) {
            difference += Math.abs(new Color(wanted.getRGB(i % 200, i / 200)).getGreen()
                    - new Color(found.getRGB(i % 200, i / 200)).getGreen());
        }
        assertThat(difference / (200 * 150)).isLessThan(12);
    }

    /** A profile in which red and blue are the other way round. */
    @Test
    void theColourProfileOfAPngIsHeeded() throws IOException {
        byte[] png = Pictures.encoded(QUARTERS, "png");
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("iCCPp\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream out = new DeflaterOutputStream(chunk)) {
            out.write(swapped());
        }
        CRC32 checksum = new CRC32();
        checksum.update(chunk.toByteArray());
        ByteBuffer whole = ByteBuffer.allocate(png.length + chunk.size() + 8);
        whole.put(png, 0, 33).putInt(chunk.size() - 4).put(chunk.toByteArray()).putInt((int) checksum.getValue());
        whole.put(png, 33, png.length - 33);

        work(whole.array());

        assertLooksLike(master(), Color.BLUE, Color.GREEN, Color.RED, Color.WHITE);
    }

    private static byte[] swapped() {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        byte[] red = profile.getData(ICC_Profile.icSigRedColorantTag);
        profile.setData(ICC_Profile.icSigRedColorantTag, profile.getData(ICC_Profile.icSigBlueColorantTag));
        profile.setData(ICC_Profile.icSigBlueColorantTag, red);
        byte[] data = profile.getData();
        for (int i = 0; i + 4 <= data.length; i++) {
            if (new String(data, i, 4, StandardCharsets.ISO_8859_1).equals("sRGB")) {
                data[i] = 'x'; // or it would be taken for what it says
            }
        }
        return data;
    }

    @Test
    void aPictureIsTurnedUprightAndLosesItsMetadata() throws IOException {
        byte[] file = withExif(Pictures.encoded(QUARTERS, "jpg"), 6);

        Properties facts = work(file);

        assertThat(facts)
                .containsEntry("width", "300")
                .containsEntry("height", "400")
                .containsEntry("metadata.creator", "Alena")
                .containsEntry("metadata.caption", "Мост");
        assertLooksLike(master(), Color.BLUE, Color.RED, Color.WHITE, Color.GREEN);
        assertThat(new String(Files.readAllBytes(folder.resolve(PictureWorker.MASTER)), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("Alena");
    }

    /** A JPEG with three fields of EXIF: an orientation, a description and an artist. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        tiff.writeBytes("MM\0*\0\0\0\u0008\0\u0003".getBytes(StandardCharsets.ISO_8859_1));
        tiff.writeBytes(new byte[] {0x01, 0x0E, 0, 2, 0, 0, 0, 9, 0, 0, 0, 50});
        tiff.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.writeBytes(new byte[] {0x01, 0x3B, 0, 2, 0, 0, 0, 6, 0, 0, 0, 60});
        tiff.writeBytes(new byte[] {0, 0, 0, 0});
        tiff.writeBytes("Мост\0\0Alena\0".getBytes(StandardCharsets.UTF_8));
        byte[] body = tiff.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = body.length + 8;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void alphaIsKeptWhereSomethingShowsThrough() throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_4BYTE_ABGR);
        image.createGraphics().fillRect(0, 0, 100, 100);

        Properties facts = work(Pictures.encoded(image, "png"));

        assertThat(facts).containsEntry("alpha", "true");
        assertThat(new Color(master().getRGB(150, 50), true).getAlpha()).isZero();
        assertThat(new Color(master().getRGB(50, 50), true).getAlpha()).isEqualTo(255);
    }

    @Test
    void aLargePictureBecomesAMasterThatFits() throws IOException {
        Properties facts = work(Pictures.jpeg(4_000, 1_000, 1));

        assertThat(facts).containsEntry("width", "4000").containsEntry("masterWidth", "3200");
        assertThat(master().getHeight()).isEqualTo(800);
    }

    static Stream<Arguments> badFiles() {
        byte[] jpeg = Pictures.encoded(QUARTERS, "jpg");
        byte[] png = Pictures.encoded(QUARTERS, "png");
        byte[] webp = Pictures.encoded(QUARTERS, "webp");
        return Stream.of(
                Arguments.of("nothing", new byte[0], "TYPE"),
                Arguments.of("a text", bytes("Not a picture at all"), "TYPE"),
                Arguments.of("an SVG", bytes("<?xml version=\"1.0\"?><svg xmlns=\"x\"/>"), "TYPE"),
                Arguments.of("a HEIC", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "TYPE"),
                Arguments.of("a form", bytes("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"), "TYPE"),
                Arguments.of("a TIFF", bytes("II*\0\u0008\0\0\0"), "TYPE"),
                Arguments.of("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), "DAMAGE"),
                Arguments.of("a JPEG cut short, with an end put to it", cutShort(jpeg), "DAMAGE"),
                Arguments.of("half a PNG", Arrays.copyOf(png, png.length / 2), "DAMAGE"),
                Arguments.of("half a WebP", Arrays.copyOf(webp, webp.length / 2), "DAMAGE"),
                Arguments.of("a JPEG and a ZIP", joined(jpeg, bytes("PK\u0005\u0006" + "\0".repeat(18))), "TYPE"),
                Arguments.of("a PNG with more behind it", joined(png, bytes("more")), "DAMAGE"),
                Arguments.of("a PNG with a damaged row", damaged(png), "DAMAGE"),
                Arguments.of("a PNG of 50,000 by 50,000", huge(png), "SIZE"),
                Arguments.of("a GIF of 65,535 by 65,535", bytes("GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0;"), "SIZE"));
    }

    private static byte[] cutShort(byte[] jpeg) {
        return joined(Arrays.copyOf(jpeg, jpeg.length * 3 / 4), new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] damaged(byte[] png) {
        byte[] damaged = png.clone();
        damaged[png.length / 2] ^= 0x55;
        return damaged;
    }

    private static byte[] huge(byte[] png) {
        byte[] huge = png.clone();
        byte[] size = {0, 0, (byte) 0xC3, 0x50};
        System.arraycopy(size, 0, huge, 16, 4);
        System.arraycopy(size, 0, huge, 20, 4);
        return huge;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileIsRefusedWithWords(String name, byte[] file, String reason) throws IOException {
        Properties facts = work(file);

        assertThat(facts).containsEntry("reason", reason).containsKey("message");
        assertThat(facts.getProperty("message")).as(name).endsWith(".");
    }

    /** Whatever the bytes are, there is a picture or a reason, and no exception. */
    @Test
    void aThousandMutatedFilesEndInAPictureOrAReason() throws IOException {
        Random random = new Random(7);
        BufferedImage small = Pictures.quarters(64, 48, 1);
        byte[][] files = {
            Pictures.encoded(small, "jpg"),
            progressive(small),
            Pictures.encoded(small, "png"),
            Pictures.encoded(small, "gif"),
            Pictures.encoded(small, "webp")
        };
        for (int i = 0; i < 1_000; i++) {
            byte[] file = files[i % files.length].clone();
            for (int k = 0; k <= random.nextInt(6); k++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            Properties facts = work(random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file);
            assertThat(facts.containsKey("reason") || facts.containsKey("masterWidth"))
                    .isTrue();
        }
    }
}
