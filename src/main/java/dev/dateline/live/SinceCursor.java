package dev.dateline.live;

import dev.dateline.http.Cursor;
import dev.dateline.problem.Fault;
import dev.dateline.problem.Problem;
import java.util.UUID;

/** How far a client has followed the changes of a page's updates. */
final class SinceCursor {

    private static final Fault FOREIGN = Cursor.foreignIn("since");

    private SinceCursor() {}

    static String encode(UUID page, long number) {
        return new Cursor(Long.toString(number), page, false).encode(query(page));
    }

    /** @throws Problem {@code invalid-cursor} when it is none of this page */
    static long decode(UUID page, String text) {
        return Cursor.decode(FOREIGN, text, query(page)).number(FOREIGN);
    }

    private static String query(UUID page) {
        return "live updates since, of " + page;
    }
}
