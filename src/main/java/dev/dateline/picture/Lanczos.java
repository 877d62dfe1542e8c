package dev.dateline.picture;

/**
 * The weights with which the samples of a line make those of a shorter one: a sinc windowed by a wider sinc (Duchon,
 * "Lanczos Filtering in One and Two Dimensions", 1979), of three lobes.
 */
final class Lanczos {

    private static final double LOBES = 3;

    private final int[] first;
    private final float[][] weights;

    /**
     * @param from how many samples there are
     * @param to how many there are to be, and no more
     */
    Lanczos(int from, int to) {
        this.first = new int[to];
        this.weights = new float[to][];
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale - 0.5;
            int low = Math.max(0, (int) Math.ceil(center - LOBES * scale));
            int high = Math.min(from - 1, (int) Math.floor(center + LOBES * scale));
            first[i] = low;
            weights[i] = weights(low, high, center, scale);
        }
    }

    private static float[] weights(int low, int high, double center, double scale) {
        double[] exact = new double[high - low + 1];
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            exact[k] = kernel((low + k - center) / scale);
            sum += exact[k];
        }
        float[] weights = new float[exact.length];
        for (int k = 0; k < exact.length; k++) {
            weights[k] = (float) (exact[k] / sum);
        }
        return weights;
    }

    private static double kernel(double x) {
        if (Math.abs(x) < 1e-9) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }

    int length() {
        return first.length;
    }

    /** The first sample that counts for a new one. */
    int first(int i) {
        return first[i];
    }

    /** The last one. */
    int last(int i) {
        return first[i] + weights[i].length - 1;
    }

    /** The weights of the samples from {@link #first} to {@link #last}. */
    float[] weights(int i) {
        return weights[i];
    }
}
