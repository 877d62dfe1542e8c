package dev.dateline.live;

import dev.dateline.http.Cursor;
import dev.dateline.problem.Problem;
import java.util.UUID;

/** How far a client has followed the changes of a page's updates. */
final class SinceCursor {

    private static final String NAME = "since";

    private SinceCursor() {}

    static String encode(UUID page, long number) {
        return new Cursor(Long.toString(number), page, false).encode(query(page));
    }

    /** @throws Problem {@code invalid-cursor} when it is none of this page */
    static long decode(UUID page, String text) {
        return Cursor.decode(NAME, text, query(page)).number(NAME);
    }

    private static String query(UUID page) {
        return "live updates since, of " + page;
    }
}
