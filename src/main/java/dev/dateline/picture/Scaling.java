package dev.dateline.picture;

import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in, so that the large one is never in memory: each row is added to the few new
 * rows that it counts for, and a new row that is complete is made narrower. Alpha is multiplied in meanwhile, or what cannot
 * be seen would bleed into what can.
 */
final class Scaling implements Rows {

    private final Crop crop;
    private final int channels;
    private final Lanczos across;
    private final Lanczos down;
    private final float[] source;
    private final float[][] sums;
    private final byte[] result;
    private int begun;
    private int finished;

    /**
     * @param crop the part of the picture that counts
     * @param channels 3 or 4
     * @param width of the new picture, at most the crop's
     * @param height at most the crop's
     */
    Scaling(Crop crop, int channels, int width, int height) {
        this.crop = crop;
        this.channels = channels;
        this.across = new Lanczos(crop.width(), width);
        this.down = new Lanczos(crop.height(), height);
        this.source = new float[crop.width() * channels];
        int most = 1;
        for (int i = 0, open = 0; i < height; i++) {
            while (down.last(open) < down.first(i)) {
                open++;
            }
            most = Math.max(most, i - open + 1);
        }
        this.sums = new float[most][crop.width() * channels];
        this.result = new byte[width * height * channels];
    }

    @Override
    public void row(int y, byte[] row) {
        int inside = y - crop.top();
        if (y == 0) {
            begun = 0;
            finished = 0;
        }
        if (inside < 0 || inside >= crop.height()) {
            return;
        }
        read(row);
        while (begun < down.length() && down.first(begun) <= inside) {
            Arrays.fill(sums[begun % sums.length], 0);
            begun++;
        }
        for (int i = finished; i < begun; i++) {
            add(sums[i % sums.length], down.weights(i)[inside - down.first(i)]);
        }
        while (finished < begun && down.last(finished) <= inside) {
            narrow(sums[finished % sums.length], finished);
            finished++;
        }
    }

    private void read(byte[] row) {
        int from = crop.left() * channels;
        for (int i = 0; i < source.length; i++) {
            source[i] = row[from + i] & 0xFF;
        }
        if (channels == 4) {
            for (int i = 0; i < source.length; i += 4) {
                float alpha = source[i + 3] / 255;
                source[i] *= alpha;
                source[i + 1] *= alpha;
                source[i + 2] *= alpha;
            }
        }
    }

    private void add(float[] sum, float weight) {
        for (int i = 0; i < source.length; i++) {
            sum[i] += weight * source[i];
        }
    }

    private void narrow(float[] sum, int y) {
        int to = y * across.length() * channels;
        for (int x = 0; x < across.length(); x++, to += channels) {
            float[] weights = across.weights(x);
            int from = across.first(x) * channels;
            float red = 0;
            float green = 0;
            float blue = 0;
            float alpha = 0;
            for (float weight : weights) {
                red += weight * sum[from];
                green += weight * sum[from + 1];
                blue += weight * sum[from + 2];
                alpha += channels == 4 ? weight * sum[from + 3] : 0;
                from += channels;
            }
            put(to, red, green, blue, alpha);
        }
    }

    private void put(int to, float red, float green, float blue, float alpha) {
        float undo = 1;
        if (channels == 4) {
            result[to + 3] = sample(alpha);
            undo = alpha <= 0.5f ? 0 : 255 / alpha;
        }
        result[to] = sample(red * undo);
        result[to + 1] = sample(green * undo);
        result[to + 2] = sample(blue * undo);
    }

    private static byte sample(float value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }

    /** @throws BadPicture when the rows ended before the picture did */
    Pixels pixels() throws BadPicture {
        if (finished < down.length()) {
            throw BadPicture.damage("The picture is damaged: rows of it are missing.");
        }
        return new Pixels(across.length(), down.length(), channels, result);
    }
}
