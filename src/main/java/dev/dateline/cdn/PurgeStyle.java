package dev.dateline.cdn;

/** Whose purge API a webhook speaks. */
public enum PurgeStyle {
    /** {@code POST} with the keys in a {@code Surrogate-Key} header and the token in {@code Fastly-Key}. */
    FASTLY(256),
    /** {@code POST} with the keys as {@code {"tags": […]}} and the token as a bearer. */
    CLOUDFLARE(30);

    private final int mostKeys;

    PurgeStyle(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    /** How many keys one request may name. */
    int mostKeys() {
        return mostKeys;
    }
}
