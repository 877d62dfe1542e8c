package dev.dateline.live;

/** Which updates come first. */
enum LiveUpdateOrder {
    NEWEST("desc"),
    OLDEST("asc");

    private final String direction;

    LiveUpdateOrder(String direction) {
        this.direction = direction;
    }

    boolean isDescending(boolean backwards) {
        return "desc".equals(direction) != backwards;
    }
}
