package dev.dateline.live;

import dev.dateline.http.Slice;
import dev.dateline.published.BodyFormat;
import java.util.List;
import java.util.UUID;

/** What a live page shows of its updates, as it was found. */
record LatestUpdates(
        LiveSummary summary, List<LiveUpdateRow> pinned, Slice<LiveUpdateRow> newest, List<KeyEvent> keyEvents) {

    private static final int MOST_PINNED = 10;
    private static final int MOST_KEY_EVENTS = 100;
    private static final int MOST = 20;

    static LatestUpdates read(LiveUpdateReading reading, UUID page, BodyFormat format) {
        return new LatestUpdates(
                reading.summary(page), // first, so that what comes in between is told again
                reading.pinned(page, MOST_PINNED, format),
                reading.inOrder(page, LiveUpdateOrder.NEWEST, false, null, MOST, format),
                reading.keyEvents(page, MOST_KEY_EVENTS));
    }

    boolean areAll() {
        return !newest.hasMore();
    }

    LiveUpdateRow last() {
        return newest.items().get(newest.items().size() - 1);
    }
}
