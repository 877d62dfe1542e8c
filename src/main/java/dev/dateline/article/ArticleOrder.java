package dev.dateline.article;

/** The orders of a collection; each is total, because it ends in the id. */
enum ArticleOrder {
    NEWEST("publishedAt", true, true),
    OLDEST("publishedAt", false, true),
    UPDATED("updatedAt", true, false);

    private final String attribute;
    private final boolean descending;
    private final boolean inTagIndex;

    /**
     * @param attribute of an article, by which it is ordered
     * @param inTagIndex whether {@link TaggedArticle} has the attribute too, so that a tag's index can be read in this order
     */
    ArticleOrder(String attribute, boolean descending, boolean inTagIndex) {
        this.attribute = attribute;
        this.descending = descending;
        this.inTagIndex = inTagIndex;
    }

    String attribute() {
        return attribute;
    }

    boolean isInTagIndex() {
        return inTagIndex;
    }

    /** Whether a reading in this order, or back against it, goes from later to earlier. */
    boolean descends(boolean backwards) {
        return descending != backwards;
    }
}
