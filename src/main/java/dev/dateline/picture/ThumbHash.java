package dev.dateline.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture in some 25 bytes, to be shown blurred until it has come: Evan Wallace's ThumbHash. It keeps the lowest frequencies of
 * a cosine transform, of lightness, of two differences of colours, and of alpha.
 */
final class ThumbHash {

    /** The longest side of what it is made from. */
    static final int MAX_SIDE = 100;

    private final Pixels pixels;
    private final double[] average = new double[4];

    private ThumbHash(Pixels pixels) {
        this.pixels = pixels;
    }

    /** @param pixels no side longer than {@link #MAX_SIDE} */
    static byte[] of(Pixels pixels) {
        return new ThumbHash(pixels).hash();
    }

    private byte[] hash() {
        findAverage();
        int width = pixels.width();
        int height = pixels.height();
        boolean hasAlpha = average[3] < (double) width * height;
        int limit = hasAlpha ? 5 : 7;
        int longest = Math.max(width, height);
        int across = (int) Math.max(1, Math.round((double) limit * width / longest));
        int down = (int) Math.max(1, Math.round((double) limit * height / longest));
        FrequencyPlane lightness = plane(0, Math.max(3, across), Math.max(3, down));
        FrequencyPlane yellow = plane(1, 3, 3);
        FrequencyPlane red = plane(2, 3, 3);
        List<FrequencyPlane> planes = new ArrayList<>(List.of(lightness, yellow, red));
        boolean isLandscape = width > height;
        long head = round(63 * lightness.mean())
                | round(31.5 + 31.5 * yellow.mean()) << 6
                | round(31.5 + 31.5 * red.mean()) << 12
                | round(31 * lightness.scale()) << 18
                | (hasAlpha ? 1L : 0L) << 23;
        long shape = (isLandscape ? down : across)
                | round(63 * yellow.scale()) << 3
                | round(63 * red.scale()) << 9
                | (isLandscape ? 1L : 0L) << 15;
        List<Integer> bytes = new ArrayList<>(List.of(
                (int) head & 255,
                (int) (head >> 8) & 255,
                (int) (head >> 16) & 255,
                (int) shape & 255,
                (int) (shape >> 8) & 255));
        if (hasAlpha) {
            FrequencyPlane alpha = plane(3, 5, 5);
            planes.add(alpha);
            bytes.add((int) (round(15 * alpha.mean()) | round(15 * alpha.scale()) << 4));
        }
        return packed(bytes, planes);
    }

    private static long round(double value) {
        return Math.round(value);
    }

    private static byte[] packed(List<Integer> head, List<FrequencyPlane> planes) {
        int count =
                planes.stream().mapToInt(plane -> plane.frequencies().size()).sum();
        byte[] hash = new byte[head.size() + (count + 1) / 2];
        for (int i = 0; i < head.size(); i++) {
            hash[i] = (byte) (int) head.get(i);
        }
        int index = 0;
        for (FrequencyPlane plane : planes) {
            for (double frequency : plane.frequencies()) {
                hash[head.size() + index / 2] |= (byte) (round(15 * frequency) << (index % 2 * 4));
                index++;
            }
        }
        return hash;
    }

    private void findAverage() {
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double alpha = alpha(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    average[channel] += alpha * pixels.at(x, y, channel) / 255;
                }
                average[3] += alpha;
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            average[channel] = average[3] == 0 ? 0 : average[channel] / average[3];
        }
    }

    private double alpha(int x, int y) {
        return pixels.hasAlpha() ? pixels.at(x, y, 3) / 255.0 : 1;
    }

    /** A colour over the average, where something shows through. */
    private double over(int x, int y, int channel) {
        double alpha = alpha(x, y);
        return average[channel] * (1 - alpha) + alpha * pixels.at(x, y, channel) / 255;
    }

    private double value(int plane, int x, int y) {
        return switch (plane) {
            case 0 -> (over(x, y, 0) + over(x, y, 1) + over(x, y, 2)) / 3;
            case 1 -> (over(x, y, 0) + over(x, y, 1)) / 2 - over(x, y, 2);
            case 2 -> over(x, y, 0) - over(x, y, 1);
            default -> alpha(x, y);
        };
    }

    private FrequencyPlane plane(int number, int across, int down) {
        int width = pixels.width();
        int height = pixels.height();
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(number, i % width, i / width);
        }
        double mean = 0;
        double scale = 0;
        List<Double> frequencies = new ArrayList<>();
        for (int v = 0; v < down; v++) {
            for (int u = 0; u * down < across * (down - v); u++) {
                double frequency = frequency(values, u, v);
                if (u == 0 && v == 0) {
                    mean = frequency;
                } else {
                    frequencies.add(frequency);
                    scale = Math.max(scale, Math.abs(frequency));
                }
            }
        }
        double most = scale;
        return new FrequencyPlane(
                mean,
                frequencies.stream()
                        .map(frequency -> most == 0 ? 0 : 0.5 + 0.5 / most * frequency)
                        .toList(),
                scale);
    }

    private double frequency(double[] values, int u, int v) {
        int width = pixels.width();
        int height = pixels.height();
        double sum = 0;
        for (int y = 0; y < height; y++) {
            double wave = Math.cos(Math.PI / height * v * (y + 0.5));
            for (int x = 0; x < width; x++) {
                sum += values[y * width + x] * Math.cos(Math.PI / width * u * (x + 0.5)) * wave;
            }
        }
        return sum / values.length;
    }
}
