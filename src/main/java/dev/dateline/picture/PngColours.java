package dev.dateline.picture;

/** Brings the pixels of a PNG (W3C PNG, third edition, sections 6 and 11) to 8 bits of red, green, blue and alpha. */
final class PngColours {

    private static final int GREY = 0;
    private static final int TRUE_COLOUR = 2;
    private static final int INDEXED = 3;
    private static final int GREY_ALPHA = 4;
    private static final int TRUE_COLOUR_ALPHA = 6;

    private int depth;
    private int type;
    private byte[] palette = {};
    private byte[] transparency = {};

    void header(int bitDepth, int colourType) throws BadPicture {
        boolean isKnown =
                switch (colourType) {
                    case GREY -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
                    case INDEXED -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
                    case TRUE_COLOUR, GREY_ALPHA, TRUE_COLOUR_ALPHA -> bitDepth == 8 || bitDepth == 16;
                    default -> false;
                };
        if (!isKnown) {
            throw BadPicture.damage("The PNG is damaged: it has colours of a kind that there is not.");
        }
        depth = bitDepth;
        type = colourType;
    }

    void read(boolean isPalette, byte[] chunk) {
        if (isPalette) {
            palette = chunk;
        } else {
            transparency = chunk;
        }
    }

    int bitsPerPixel() {
        return depth
                * switch (type) {
                    case TRUE_COLOUR -> 3;
                    case GREY_ALPHA -> 2;
                    case TRUE_COLOUR_ALPHA -> 4;
                    default -> 1;
                };
    }

    boolean hasAlpha() {
        return type == GREY_ALPHA || type == TRUE_COLOUR_ALPHA || transparency.length > 0;
    }

    void convert(byte[] row, int width, byte[] to) {
        int at = 0;
        int channels = hasAlpha() ? 4 : 3;
        for (int x = 0; x < width; x++, at += channels) {
            switch (type) {
                case INDEXED -> indexed(raw(row, x), to, at);
                case GREY, GREY_ALPHA -> grey(row, x, to, at);
                default -> trueColour(row, x, to, at);
            }
        }
    }

    /** A sample as it stands in the row. */
    private int raw(byte[] row, int index) {
        if (depth == 16) {
            return ((row[2 * index] & 0xFF) << 8) | (row[2 * index + 1] & 0xFF);
        }
        if (depth == 8) {
            return row[index] & 0xFF;
        }
        int perByte = 8 / depth;
        int shift = 8 - depth * (index % perByte + 1);
        return (row[index / perByte] >> shift) & ((1 << depth) - 1);
    }

    private byte eightBits(int raw) {
        return (byte) (depth == 16 ? raw >> 8 : depth == 8 ? raw : raw * 255 / ((1 << depth) - 1));
    }

    /** An index past the palette is black, as in most programs. */
    private void indexed(int index, byte[] to, int at) {
        for (int channel = 0; channel < 3; channel++) {
            to[at + channel] = 3 * index + channel < palette.length ? palette[3 * index + channel] : 0;
        }
        if (hasAlpha()) {
            to[at + 3] = index < transparency.length ? transparency[index] : -1;
        }
    }

    private void grey(byte[] row, int x, byte[] to, int at) {
        int samples = type == GREY_ALPHA ? 2 : 1;
        int value = raw(row, x * samples);
        to[at] = eightBits(value);
        to[at + 1] = to[at];
        to[at + 2] = to[at];
        if (type == GREY_ALPHA) {
            to[at + 3] = eightBits(raw(row, x * samples + 1));
        } else if (hasAlpha()) {
            to[at + 3] = (byte) (isTransparent(value, 0) ? 0 : 255);
        }
    }

    private void trueColour(byte[] row, int x, byte[] to, int at) {
        int samples = type == TRUE_COLOUR_ALPHA ? 4 : 3;
        boolean isTransparent = type == TRUE_COLOUR;
        for (int channel = 0; channel < samples; channel++) {
            int value = raw(row, x * samples + channel);
            to[at + channel] = eightBits(value);
            isTransparent &= isTransparent(value, channel);
        }
        if (type == TRUE_COLOUR && hasAlpha()) {
            to[at + 3] = (byte) (isTransparent ? 0 : 255);
        }
    }

    /** Whether it is the one colour that stands for nothing. */
    private boolean isTransparent(int value, int channel) {
        return 2 * channel + 1 < transparency.length
                && (((transparency[2 * channel] & 0xFF) << 8) | (transparency[2 * channel + 1] & 0xFF)) == value;
    }
}
