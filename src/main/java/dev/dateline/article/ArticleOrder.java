package dev.dateline.article;

/** The orders of a collection; each is total, because it ends in the id. */
enum ArticleOrder {
    NEWEST("publishedAt", true),
    OLDEST("publishedAt", false),
    UPDATED("updatedAt", true);

    private final String attribute;
    private final boolean descending;

    ArticleOrder(String attribute, boolean descending) {
        this.attribute = attribute;
        this.descending = descending;
    }

    String attribute() {
        return attribute;
    }

    boolean isByPublication() {
        return this != UPDATED;
    }

    /** Whether a reading in this order, or back against it, goes from later to earlier. */
    boolean descends(boolean backwards) {
        return descending != backwards;
    }
}
