package dev.dateline.picture;

/** The colour that most of a picture has, for what stands in its place until it has come. */
final class DominantColour {

    private static final int STEPS = 8;

    private DominantColour() {}

    /** The mean of the most frequent group of like colours, as {@code #rrggbb}. */
    static String of(Pixels pixels) {
        Pixels opaque = pixels.opaque();
        int[] counts = new int[STEPS * STEPS * STEPS];
        long[][] sums = new long[counts.length][3];
        int most = 0;
        for (int i = 0; i < opaque.samples().length; i += 3) {
            int group = 0;
            for (int channel = 0; channel < 3; channel++) {
                group = group * STEPS + (opaque.samples()[i + channel] & 0xFF) * STEPS / 256;
            }
            counts[group]++;
            for (int channel = 0; channel < 3; channel++) {
                sums[group][channel] += opaque.samples()[i + channel] & 0xFF;
            }
            most = counts[group] > counts[most] ? group : most;
        }
        return "#%02x%02x%02x"
                .formatted(sums[most][0] / counts[most], sums[most][1] / counts[most], sums[most][2] / counts[most]);
    }
}
