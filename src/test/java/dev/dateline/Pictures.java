package dev.dateline;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to try things with. */
public final class Pictures {

    private Pictures() {}

    /** Four quarters: red, green, blue and white, with a few spots that are other in each picture. */
    public static BufferedImage quarters(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, height / 2, width, height);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt());
        }
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height, int seed) {
        return encoded(quarters(width, height, seed), "jpg");
    }

    public static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads it and returns the picture. */
    public static JsonNode upload(byte[] bytes) {
        return Newsroom.tree(Newsroom.editor()
                .contentType("image/jpeg")
                .body(bytes)
                .post("/v1/editorial/images")
                .then()
                .statusCode(201)
                .extract()
                .asString());
    }
}
