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
        LiveSummary summary = reading.summary(page); // first, so that what comes in between is told again
        List<LiveUpdateRow> pinned = reading.pinned(page, MOST_PINNED, format);
        return new LatestUpdates(
                summary,
                pinned,
                reading.inOrder(page, LiveUpdateOrder.NEWEST, false, null, MOST, format, bytes(pinned)),
                reading.keyEvents(page, MOST_KEY_EVENTS));
    }

    private static long bytes(List<LiveUpdateRow> rows) {
        return rows.stream().mapToLong(LiveUpdateRow::bytes).sum();
    }

    boolean areAll() {
        return !newest.hasMore() || newest.items().isEmpty();
    }

    LiveUpdateRow last() {
        return newest.items().get(newest.items().size() - 1);
    }
}
