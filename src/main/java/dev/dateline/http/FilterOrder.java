package dev.dateline.http;

/** In which order requests meet what stands before the resources; higher comes first. */
public final class FilterOrder {

    /** Which form of an answer is wanted; first, because what follows sees another address. */
    public static final int FORMAT = 9_400;

    /** Cross-origin headers, so that a page can read refusals too. */
    public static final int CROSS_ORIGIN = 9_300;

    public static final int RATE_LIMIT = 9_200;

    /** Forms that there are not; where a page elsewhere can read it. */
    public static final int FORMAT_REFUSED = 9_180;

    /** Checks of writes, and OPTIONS; before authentication. */
    public static final int WRITING = 9_150;

    /** Answers from memory. */
    public static final int DELIVERY = 9_100;

    private FilterOrder() {}
}
