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

    /** The order clause for reading on from a cursor, or back to it. */
    String clause(boolean backwards) {
        String direction = descending == backwards ? "asc" : "desc";
        return " order by a." + attribute + " " + direction + ", a.id " + direction;
    }

    String beyond(boolean backwards) {
        return "(a." + attribute + ", a.id) " + (descending == backwards ? ">" : "<") + " (:cursorAt, :cursorId)";
    }
}
