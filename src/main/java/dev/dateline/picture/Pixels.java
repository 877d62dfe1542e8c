package dev.dateline.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture in sRGB, 8 bits a sample.
 *
 * @param channels 3 for red, green and blue, or 4 with alpha, which is not multiplied in
 * @param samples row by row, pixel by pixel
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Pixels(int width, int height, int channels, byte[] samples) {

    boolean hasAlpha() {
        return channels == 4;
    }

    int at(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xFF;
    }

    /** Without alpha, over white. */
    Pixels opaque() {
        if (!hasAlpha()) {
            return this;
        }
        byte[] flat = new byte[width * height * 3];
        for (int from = 0, to = 0; from < samples.length; from += 4) {
            int alpha = samples[from + 3] & 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                int value = samples[from + channel] & 0xFF;
                flat[to++] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return new Pixels(width, height, 3, flat);
    }

    /** Without its alpha when nothing shows through. */
    Pixels simplified() {
        if (!hasAlpha()) {
            return this;
        }
        for (int i = 3; i < samples.length; i += 4) {
            if (samples[i] != -1) {
                return this;
            }
        }
        return opaque();
    }

    /**
     * Turned upright.
     *
     * @param orientation as in EXIF (section 4.6.5), from 1 to 8
     */
    Pixels upright(int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return this;
        }
        boolean isTurned = orientation >= 5;
        int newWidth = isTurned ? height : width;
        int newHeight = isTurned ? width : height;
        byte[] turned = new byte[samples.length];
        int to = 0;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int fromX = isTurned ? y : x;
                int fromY = isTurned ? x : y;
                boolean mirrorsX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                boolean mirrorsY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                int sourceX = mirrorsX ? width - 1 - fromX : fromX;
                int sourceY = mirrorsY ? height - 1 - fromY : fromY;
                int from = (sourceY * width + sourceX) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    turned[to++] = samples[from + channel];
                }
            }
        }
        return new Pixels(newWidth, newHeight, channels, turned);
    }

    /** As Java's own encoders want it. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(
                width, height, hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < samples.length; i += channels) {
            for (int channel = 0; channel < channels; channel++) {
                to[i + channels - 1 - channel] = samples[i + channel];
            }
        }
        return image;
    }
}
